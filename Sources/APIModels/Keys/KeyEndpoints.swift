extension EndpointCatalog {
    static let keys: [Signature] = [
        Endpoint.createLegacyACMECredentials.signature,
        Endpoint.createACMECredentials.signature,
        Endpoint.listKeys.signature,
        Endpoint.showKey.signature,
    ]
}

extension Endpoint where Body == CreateACMECredentials, Answer == ACMECredentials {
    public static var createLegacyACMECredentials: Self {
        Self(.post, "/key/acme-eab", success: 201)
    }

    public static var createACMECredentials: Self {
        Self(.post, "/key/acme-eab/tlm", success: 201)
    }
}

extension Endpoint where Body == NoBody, Answer == KeyList {
    public static var listKeys: Self { Self(.get, "/key") }
}

extension Endpoint where Body == NoBody, Answer == KeyDetails {
    public static var showKey: Self { Self(.get, "/key/{key_id}") }
}
