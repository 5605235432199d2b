extension EndpointCatalog {
    static let containers: [Signature] = [
        Endpoint.listContainers.signature,
        Endpoint.showContainer.signature,
        Endpoint.listChildContainers.signature,
        Endpoint.createContainer.signature,
        Endpoint.listContainerOrganizations.signature,
    ]
}

extension Endpoint where Body == NoBody, Answer == ContainerList {
    public static var listContainers: Self { Self(.get, "/container") }

    public static var listChildContainers: Self { Self(.get, "/container/{container_id}/children") }
}

extension Endpoint where Body == NoBody, Answer == ContainerDetails {
    public static var showContainer: Self { Self(.get, "/container/{container_id}") }
}

extension Endpoint where Body == CreateContainer, Answer == CreationReceipt {
    public static var createContainer: Self {
        Self(.post, "/container/{container_id}/children", success: 201)
    }
}

extension Endpoint where Body == NoBody, Answer == OrganizationList {
    public static var listContainerOrganizations: Self {
        Self(.get, "/container/{container_id}/order/organization")
    }
}
