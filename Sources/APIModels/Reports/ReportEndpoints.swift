extension EndpointCatalog {
    static let reports: [Operation] = [
        Endpoint.reportRequests.operation,
        Endpoint.reportOrders.operation,
        Endpoint.reportExpiringOrders.operation,
        Endpoint.reportExpiringOrdersOfContainer.operation,
    ]
}

extension Endpoint where Body == NoBody, Answer == RequestReport {
    public static var reportRequests: Self {
        Self(.get, "/report/request", "Report how many requests wait")
    }
}

extension Endpoint where Body == NoBody, Answer == Download {
    /// A table in CSV.
    public static var reportOrders: Self { Self(.get, "/report/order", "Report orders as a table") }
}

extension Endpoint where Body == NoBody, Answer == ExpiringReport {
    public static var reportExpiringOrders: Self {
        Self(.get, "/report/order/expiring", "Report how many orders end soon")
    }

    /// The older form of the same.
    public static var reportExpiringOrdersOfContainer: Self {
        Self(
            .get, "/report/order/{container_id}/expiring",
            "Report how many orders of a container end soon")
    }
}
