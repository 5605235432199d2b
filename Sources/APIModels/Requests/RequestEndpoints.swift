extension EndpointCatalog {
    static let requests: [Operation] = [
        Endpoint.listRequests.operation,
        Endpoint.showRequest.operation,
        Endpoint.decideRequest.operation,
    ]
}

extension Endpoint where Body == NoBody, Answer == RequestList {
    public static var listRequests: Self { Self(.get, "/request", "List requests") }
}

extension Endpoint where Body == NoBody, Answer == RequestDetails {
    public static var showRequest: Self { Self(.get, "/request/{request_id}", "Show a request") }
}

extension Endpoint where Body == DecideRequest, Answer == NoAnswer {
    public static var decideRequest: Self {
        Self(.put, "/request/{request_id}/status", "Approve or reject a request", success: 204)
    }
}
