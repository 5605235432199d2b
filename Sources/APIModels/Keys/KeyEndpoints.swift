extension EndpointCatalog {
    static let keys: [Operation] = [
        Endpoint.createLegacyACMECredentials.operation,
        Endpoint.createACMECredentials.operation,
        Endpoint.listKeys.operation,
        Endpoint.showKey.operation,
    ]
}

extension Endpoint where Body == CreateACMECredentials, Answer == ACMECredentials {
    public static var createLegacyACMECredentials: Self {
        Self(.post, "/key/acme-eab", "Make ACME credentials, in the older way", success: 201)
    }

    public static var createACMECredentials: Self {
        Self(.post, "/key/acme-eab/tlm", "Make ACME credentials", success: 201)
    }
}

extension Endpoint where Body == NoBody, Answer == KeyList {
    public static var listKeys: Self { Self(.get, "/key", "List API keys and ACME credentials") }
}

extension Endpoint where Body == NoBody, Answer == KeyDetails {
    public static var showKey: Self {
        Self(.get, "/key/{key_id}", "Show an API key or ACME credentials")
    }
}
