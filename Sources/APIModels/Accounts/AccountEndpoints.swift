extension EndpointCatalog {
    static let accounts: [Signature] = [
        Endpoint.showAccount.signature,
        Endpoint.listCustomFields.signature,
        Endpoint.createCustomField.signature,
        Endpoint.showGuestAccess.signature,
    ]
}

extension Endpoint where Body == NoBody, Answer == AccountDetails {
    public static var showAccount: Self { Self(.get, "/account") }
}

extension Endpoint where Body == NoBody, Answer == CustomFieldList {
    public static var listCustomFields: Self { Self(.get, "/account/metadata") }
}

extension Endpoint where Body == CreateCustomField, Answer == NoAnswer {
    public static var createCustomField: Self { Self(.post, "/account/metadata", success: 204) }
}

extension Endpoint where Body == NoBody, Answer == GuestAccess {
    public static var showGuestAccess: Self { Self(.get, "/account/guest-access") }
}
