extension EndpointCatalog {
    static let containers: [Operation] = [
        Endpoint.listContainers.operation,
        Endpoint.showContainer.operation,
        Endpoint.listChildContainers.operation,
        Endpoint.createContainer.operation,
        Endpoint.listContainerOrganizations.operation,
    ]
}

extension Endpoint where Body == NoBody, Answer == ContainerList {
    public static var listContainers: Self { Self(.get, "/container", "List containers") }

    public static var listChildContainers: Self {
        Self(.get, "/container/{container_id}/children", "List the containers below one")
    }
}

extension Endpoint where Body == NoBody, Answer == ContainerDetails {
    public static var showContainer: Self {
        Self(.get, "/container/{container_id}", "Show a container")
    }
}

extension Endpoint where Body == CreateContainer, Answer == CreationReceipt {
    public static var createContainer: Self {
        Self(.post, "/container/{container_id}/children", "Add a container", success: 201)
    }
}

extension Endpoint where Body == NoBody, Answer == OrganizationList {
    public static var listContainerOrganizations: Self {
        Self(
            .get, "/container/{container_id}/order/organization",
            "List the organizations that a container may order for")
    }
}
