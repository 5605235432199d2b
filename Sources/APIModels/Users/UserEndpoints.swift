extension EndpointCatalog {
    static let users: [Operation] = [
        Endpoint.listUsers.operation,
        Endpoint.showCurrentUser.operation,
        Endpoint.showUser.operation,
        Endpoint.createUser.operation,
        Endpoint.editUser.operation,
        Endpoint.changeUserRole.operation,
        Endpoint.confineUser.operation,
        Endpoint.deleteUser.operation,
        Endpoint.mailNewUser.operation,
        Endpoint.showUsernameAvailability.operation,
        Endpoint.listServiceUsers.operation,
        Endpoint.listPermissions.operation,
        Endpoint.showPermission.operation,
        Endpoint.showUserPermission.operation,
        Endpoint.listPermittedContainers.operation,
    ]
}

extension Endpoint where Body == NoBody, Answer == UserList {
    public static var listUsers: Self { Self(.get, "/user", "List users") }

    public static var listServiceUsers: Self {
        Self(.get, "/user/api-only", "List users for programs alone")
    }
}

extension Endpoint where Body == NoBody, Answer == UserDetails {
    public static var showCurrentUser: Self { Self(.get, "/user/me", "Show the user of the key") }

    public static var showUser: Self { Self(.get, "/user/{user_id}", "Show a user") }
}

extension Endpoint where Body == CreateUser, Answer == CreationReceipt {
    public static var createUser: Self { Self(.post, "/user", "Add a user", success: 201) }
}

extension Endpoint where Body == EditUser, Answer == NoAnswer {
    public static var editUser: Self {
        Self(.put, "/user/{user_id}", "Edit a user", success: 204)
    }
}

extension Endpoint where Body == ConfineUser, Answer == NoAnswer {
    public static var confineUser: Self {
        Self(
            .put, "/user/{user_id}/container-assignments", "Confine a user to containers",
            success: 204)
    }
}

extension Endpoint where Body == ChangeUserRole, Answer == NoAnswer {
    public static var changeUserRole: Self {
        Self(.put, "/user/{user_id}/role", "Change the role of a user", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == NoAnswer {
    public static var deleteUser: Self {
        Self(.delete, "/user/{user_id}", "Delete a user", success: 204)
    }

    /// Writes a letter, though it is a `GET`: that is how the original has it.
    public static var mailNewUser: Self {
        Self(
            .get, "/user/{user_id}/resend-create-email", "Tell a user by mail that it was added",
            success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == UsernameAvailability {
    public static var showUsernameAvailability: Self {
        Self(.get, "/user/availability/{username}", "Tell whether a username is free")
    }
}

extension Endpoint where Body == NoBody, Answer == PermissionList {
    public static var listPermissions: Self {
        Self(.get, "/authorization", "List what the key permits")
    }
}

extension Endpoint where Body == NoBody, Answer == Permission {
    public static var showPermission: Self {
        Self(.get, "/authorization/{permission}", "Tell whether the key permits one thing")
    }

    public static var showUserPermission: Self {
        Self(
            .get, "/authorization/{permission}/{user_id}",
            "Tell whether a user is permitted one thing")
    }
}

extension Endpoint where Body == NoBody, Answer == PermittedContainers {
    public static var listPermittedContainers: Self {
        Self(
            .get, "/authorization/{permission}/container",
            "List the containers that one thing is permitted in")
    }
}
