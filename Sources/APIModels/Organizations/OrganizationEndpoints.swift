extension EndpointCatalog {
    static let organizations: [Operation] = [
        Endpoint.listOrganizations.operation,
        Endpoint.createOrganization.operation,
        Endpoint.showOrganization.operation,
        Endpoint.submitOrganization.operation,
        Endpoint.changeOrganizationContacts.operation,
        Endpoint.showOrganizationValidations.operation,
        Endpoint.activateOrganization.operation,
        Endpoint.deactivateOrganization.operation,
        Endpoint.deleteOrganization.operation,
        Endpoint.listOrganizationValidationTypes.operation,
        Endpoint.listPotentialApprovers.operation,
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

extension Endpoint where Body == SubmitOrganization, Answer == NoAnswer {
    public static var submitOrganization: Self {
        Self(
            .post, "/organization/{organization_id}/validation",
            "Submit an organization for validation", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == OrganizationValidations {
    public static var showOrganizationValidations: Self {
        Self(
            .get, "/organization/{organization_id}/validation",
            "Show the validations of an organization")
    }
}

extension Endpoint where Body == NoBody, Answer == NoAnswer {
    public static var activateOrganization: Self {
        Self(
            .put, "/organization/{organization_id}/activate", "Activate an organization",
            success: 204)
    }

    public static var deactivateOrganization: Self {
        Self(
            .put, "/organization/{organization_id}/deactivate", "Deactivate an organization",
            success: 204)
    }

    public static var deleteOrganization: Self {
        Self(
            .delete, "/organization/{organization_id}",
            "Delete an organization with its domains", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == ValidationTypeList {
    public static var listOrganizationValidationTypes: Self {
        Self(
            .get, "/organization/validation-type",
            "List what an organization may be validated for")
    }
}

extension Endpoint where Body == NoBody, Answer == PotentialApprovers {
    public static var listPotentialApprovers: Self {
        Self(
            .get, "/organization/potential-approvers",
            "List who may speak for an organization")
    }
}

extension Endpoint where Body == ChangeOrganizationContacts, Answer == NoAnswer {
    public static var changeOrganizationContacts: Self {
        Self(
            .put, "/organization/{organization_id}/contact",
            "Change the contacts of an organization", success: 204)
    }
}
