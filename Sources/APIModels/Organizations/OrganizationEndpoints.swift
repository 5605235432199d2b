extension EndpointCatalog {
    static let organizations: [Signature] = [
        Endpoint.listOrganizations.signature,
        Endpoint.createOrganization.signature,
        Endpoint.showOrganization.signature,
    ]
}

extension Endpoint where Body == NoBody, Answer == OrganizationList {
    public static var listOrganizations: Self { Self(.get, "/organization") }
}

extension Endpoint where Body == CreateOrganization, Answer == CreationReceipt {
    public static var createOrganization: Self { Self(.post, "/organization", success: 201) }
}

extension Endpoint where Body == NoBody, Answer == OrganizationDetails {
    public static var showOrganization: Self { Self(.get, "/organization/{organization_id}") }
}
