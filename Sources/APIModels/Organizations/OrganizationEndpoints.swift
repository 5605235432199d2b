extension EndpointCatalog {
    static let organizations: [Operation] = [
        Endpoint.listOrganizations.operation,
        Endpoint.createOrganization.operation,
        Endpoint.showOrganization.operation,
    ]
}

extension Endpoint where Body == NoBody, Answer == OrganizationList {
    public static var listOrganizations: Self { Self(.get, "/organization", "List organizations") }
}

extension Endpoint where Body == CreateOrganization, Answer == CreationReceipt {
    public static var createOrganization: Self {
        Self(.post, "/organization", "Add an organization", success: 201)
    }
}

extension Endpoint where Body == NoBody, Answer == OrganizationDetails {
    public static var showOrganization: Self {
        Self(.get, "/organization/{organization_id}", "Show an organization")
    }
}
