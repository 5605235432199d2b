extension EndpointCatalog {
    static let keys: [Operation] = [
        Endpoint.createLegacyACMECredentials.operation,
        Endpoint.createACMECredentials.operation,
        Endpoint.listKeys.operation,
        Endpoint.showKey.operation,
        Endpoint.createKey.operation,
        Endpoint.editKey.operation,
        Endpoint.setKeyStatus.operation,
        Endpoint.listKeyRoles.operation,
        Endpoint.listIPRules.operation,
        Endpoint.addIPRule.operation,
        Endpoint.deleteIPRule.operation,
        Endpoint.removeIPRule.operation,
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

extension Endpoint where Body == CreateKey, Answer == KeyReceipt {
    public static var createKey: Self {
        Self(.post, "/key/user/{user_id}", "Make an API key for a user", success: 201)
    }
}

extension Endpoint where Body == EditKey, Answer == NoAnswer {
    public static var editKey: Self {
        Self(.put, "/key/{key_id}", "Edit an API key", success: 204)
    }
}

extension Endpoint where Body == SetKeyStatus, Answer == NoAnswer {
    public static var setKeyStatus: Self {
        Self(.put, "/key/{key_id}/status", "Revoke an API key, or let it in again", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == AccessRoleList {
    public static var listKeyRoles: Self {
        Self(.get, "/key/api-roles", "List what keys can be narrowed to")
    }
}

extension Endpoint where Body == NoBody, Answer == IPRuleList {
    public static var listIPRules: Self {
        Self(
            .get, "/container/{container_id}/ip/rules", "List the addresses that are let in")
    }
}

extension Endpoint where Body == AddIPRule, Answer == CreationReceipt {
    public static var addIPRule: Self {
        Self(
            .post, "/container/{container_id}/ip/rules", "Let certain addresses in only",
            success: 201)
    }
}

extension Endpoint where Body == NoBody, Answer == NoAnswer {
    public static var deleteIPRule: Self {
        Self(
            .delete, "/container/{container_id}/ip/rule/{rule_id}",
            "Delete a rule about addresses", success: 204)
    }

    /// The same at the path of the list.
    public static var removeIPRule: Self {
        Self(
            .delete, "/container/{container_id}/ip/rules/{rule_id}",
            "Take a rule about addresses out of the list", success: 204)
    }
}
