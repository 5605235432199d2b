/// All operations there are: what routers, access rules and documents are checked against.
public enum EndpointCatalog {
    /// Where every path begins.
    public static let root = "/services/v2"

    public static let all: [Signature] =
        orders + orderSettings + marks + siteSeals + certificates + requests + products + users
        + containers
        + organizations
        + domains + control + accounts + subaccounts + reports + finance + vouchers + units
        + keys + ctMonitoring
}
