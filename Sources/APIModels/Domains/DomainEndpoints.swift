extension EndpointCatalog {
    static let domains: [Signature] = [
        Endpoint.listDomains.signature,
        Endpoint.createDomain.signature,
        Endpoint.showDomain.signature,
    ]
}

extension Endpoint where Body == NoBody, Answer == DomainList {
    public static var listDomains: Self { Self(.get, "/domain") }
}

extension Endpoint where Body == CreateDomain, Answer == DomainReceipt {
    public static var createDomain: Self { Self(.post, "/domain", success: 201) }
}

extension Endpoint where Body == NoBody, Answer == DomainDetails {
    public static var showDomain: Self { Self(.get, "/domain/{domain_id}") }
}
