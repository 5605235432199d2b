extension EndpointCatalog {
    static let reports: [Signature] = [
        Endpoint.reportRequests.signature,
        Endpoint.reportOrders.signature,
        Endpoint.reportExpiringOrders.signature,
        Endpoint.reportExpiringOrdersOfContainer.signature,
    ]
}

extension Endpoint where Body == NoBody, Answer == RequestReport {
    public static var reportRequests: Self { Self(.get, "/report/request") }
}

extension Endpoint where Body == NoBody, Answer == Download {
    /// A table in CSV.
    public static var reportOrders: Self { Self(.get, "/report/order") }
}

extension Endpoint where Body == NoBody, Answer == ExpiringReport {
    public static var reportExpiringOrders: Self { Self(.get, "/report/order/expiring") }

    /// The older form of the same.
    public static var reportExpiringOrdersOfContainer: Self {
        Self(.get, "/report/order/{container_id}/expiring")
    }
}
