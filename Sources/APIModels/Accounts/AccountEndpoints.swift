extension EndpointCatalog {
    static let accounts: [Operation] = [
        Endpoint.showAccount.operation,
        Endpoint.updateAccount.operation,
        Endpoint.setAccountSettings.operation,
        Endpoint.listCustomFields.operation,
        Endpoint.createCustomField.operation,
        Endpoint.createCustomFields.operation,
        Endpoint.editCustomField.operation,
        Endpoint.deleteCustomField.operation,
        Endpoint.showGuestAccess.operation,
    ]
}

extension Endpoint where Body == NoBody, Answer == AccountDetails {
    public static var showAccount: Self { Self(.get, "/account", "Show the account") }
}

extension Endpoint where Body == UpdateAccount, Answer == NoAnswer {
    public static var updateAccount: Self {
        Self(.put, "/account", "Set the mailboxes of the account", success: 204)
    }
}

extension Endpoint where Body == SetAccountSettings, Answer == NoAnswer {
    public static var setAccountSettings: Self {
        Self(.put, "/account/settings", "Set which letters the account wants", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == CustomFieldList {
    public static var listCustomFields: Self {
        Self(.get, "/account/metadata", "List custom fields")
    }
}

extension Endpoint where Body == CreateCustomField, Answer == NoAnswer {
    public static var createCustomField: Self {
        Self(.post, "/account/metadata", "Add a custom field", success: 204)
    }
}

extension Endpoint where Body == CreateCustomFields, Answer == NoAnswer {
    public static var createCustomFields: Self {
        Self(.post, "/account/metadata/bulk", "Add several custom fields", success: 204)
    }
}

extension Endpoint where Body == EditCustomField, Answer == NoAnswer {
    public static var editCustomField: Self {
        Self(.put, "/account/metadata/{metadata_id}", "Edit a custom field", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == NoAnswer {
    public static var deleteCustomField: Self {
        Self(.delete, "/account/metadata/{metadata_id}", "Delete a custom field", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == GuestAccess {
    public static var showGuestAccess: Self {
        Self(.get, "/account/guest-access", "Show whether guests are admitted")
    }
}
