extension EndpointCatalog {
    static let containers: [Operation] = [
        Endpoint.listContainers.operation,
        Endpoint.showContainer.operation,
        Endpoint.listChildContainers.operation,
        Endpoint.createContainer.operation,
        Endpoint.listContainerOrganizations.operation,
        Endpoint.editContainer.operation,
        Endpoint.activateContainer.operation,
        Endpoint.deactivateContainer.operation,
        Endpoint.makeContainerActive.operation,
        Endpoint.showParentContainer.operation,
        Endpoint.listContainerRoles.operation,
        Endpoint.listContainerTemplates.operation,
        Endpoint.showContainerTemplate.operation,
        Endpoint.assignUsers.operation,
        Endpoint.assignOrganizations.operation,
        Endpoint.allowDomains.operation,
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

    public static var showParentContainer: Self {
        Self(.get, "/container/{container_id}/parent", "Show the container above one")
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

extension Endpoint where Body == EditContainer, Answer == NoAnswer {
    public static var editContainer: Self {
        Self(.put, "/container/{container_id}", "Edit a container", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == NoAnswer {
    public static var activateContainer: Self {
        Self(
            .put, "/container/{container_id}/activate",
            "Activate a container with all below it", success: 204)
    }

    public static var deactivateContainer: Self {
        Self(
            .put, "/container/{container_id}/deactivate",
            "Deactivate a container with all below it", success: 204)
    }

    /// Another name for ``activateContainer``, which old clients know.
    public static var makeContainerActive: Self {
        Self(
            .put, "/container/{container_id}/active",
            "Make a container active with all below it", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == AccessRoleList {
    public static var listContainerRoles: Self {
        Self(
            .get, "/container/{container_id}/role", "List the roles of a container's users")
    }
}

extension Endpoint where Body == NoBody, Answer == ContainerTemplateList {
    public static var listContainerTemplates: Self {
        Self(
            .get, "/container/{container_id}/template",
            "List the templates for containers below one")
    }
}

extension Endpoint where Body == NoBody, Answer == ContainerTemplateDetails {
    public static var showContainerTemplate: Self {
        Self(
            .get, "/container/{container_id}/template/{template_id}",
            "Show a template for containers")
    }
}

extension Endpoint where Body == AssignUsers, Answer == NoAnswer {
    public static var assignUsers: Self {
        Self(
            .put, "/container/{container_id}/user-assignments", "Confine users to a container",
            success: 204)
    }
}

extension Endpoint where Body == AssignOrganizations, Answer == NoAnswer {
    public static var assignOrganizations: Self {
        Self(
            .put, "/container/{container_id}/organization-assignments",
            "Limit the organizations that a container orders for", success: 204)
    }
}

extension Endpoint where Body == AllowDomains, Answer == NoAnswer {
    public static var allowDomains: Self {
        Self(
            .put, "/container/{container_id}/allowed-domain-names",
            "Limit the names in a container's orders", success: 204)
    }
}
