extension EndpointCatalog {
    static let requests: [Signature] = [
        Endpoint.listRequests.signature,
        Endpoint.showRequest.signature,
        Endpoint.decideRequest.signature,
    ]
}

extension Endpoint where Body == NoBody, Answer == RequestList {
    public static var listRequests: Self { Self(.get, "/request") }
}

extension Endpoint where Body == NoBody, Answer == RequestDetails {
    public static var showRequest: Self { Self(.get, "/request/{request_id}") }
}

extension Endpoint where Body == DecideRequest, Answer == NoAnswer {
    public static var decideRequest: Self {
        Self(.put, "/request/{request_id}/status", success: 204)
    }
}
