/// All operations there are: what routers, access rules and documents are checked against.
public enum EndpointCatalog {
    /// Where every path begins.
    public static let root = "/services/v2"

    public static let all: [Signature] = operations.map(\.signature)

    public static let operations: [Operation] = areas.flatMap(\.operations)

    /// Operations on one thing, under its name.
    public struct Area: Sendable {
        public let name: String
        public let operations: [Operation]
    }

    public static let areas = [
        Area(name: "Orders", operations: orders),
        Area(name: "Order settings", operations: orderSettings),
        Area(name: "Marks", operations: marks),
        Area(name: "Site seals", operations: siteSeals),
        Area(name: "Certificates", operations: certificates),
        Area(name: "Requests", operations: requests),
        Area(name: "Products", operations: products),
        Area(name: "Users", operations: users),
        Area(name: "Containers", operations: containers),
        Area(name: "Organizations", operations: organizations),
        Area(name: "Domains", operations: domains),
        Area(name: "Control of an order's names", operations: control),
        Area(name: "Accounts", operations: accounts),
        Area(name: "Subaccounts", operations: subaccounts),
        Area(name: "Reports", operations: reports),
        Area(name: "Finance", operations: finance),
        Area(name: "Vouchers", operations: vouchers),
        Area(name: "Units", operations: units),
        Area(name: "Keys", operations: keys),
        Area(name: "CT monitoring", operations: ctMonitoring),
        Area(name: "Audit log", operations: audit),
    ]
}
