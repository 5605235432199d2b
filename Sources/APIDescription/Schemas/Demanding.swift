import APIModels

/// A body that is refused without some of its members, whatever the rest says.
///
/// The types of bodies let everything be left out, so that a refusal can say what is missing. A
/// test sends an empty body to each operation and compares the refusal with this list.
protocol Demanding {
    static var demands: [String] { get }
}

extension AddIPRule: Demanding {
    static var demands: [String] { ["ip_address", "ip_address_end"] }
}

extension AddNote: Demanding {
    static var demands: [String] { ["text"] }
}

extension AdjustBalance: Demanding {
    static var demands: [String] { ["amount", "transaction_type"] }
}

extension AllowDomains: Demanding {
    static var demands: [String] { ["allowed_domain_names"] }
}

extension AssignOrganizations: Demanding {
    static var demands: [String] { ["organization_id_assignments"] }
}

extension AssignUsers: Demanding {
    static var demands: [String] { ["user_id_assignments"] }
}

extension ChangeControlMethod: Demanding {
    static var demands: [String] { ["dcv_method"] }
}

extension ChangeDomainMethod: Demanding {
    static var demands: [String] { ["dcv_method"] }
}

extension ChangeOrderContacts: Demanding {
    static var demands: [String] { ["contacts"] }
}

extension ChangeOrderStatus: Demanding {
    static var demands: [String] { ["status"] }
}

extension ChangeOrganizationContacts: Demanding {
    static var demands: [String] { ["contacts"] }
}

extension ChangeUserRole: Demanding {
    static var demands: [String] { ["access_roles"] }
}

extension ConfineUser: Demanding {
    static var demands: [String] { ["container_id_assignments"] }
}

extension CreateACMECredentials: Demanding {
    static var demands: [String] { ["name", "product_name_id"] }
}

extension CreateContainer: Demanding {
    static var demands: [String] { ["name"] }
}

extension CreateCustomField: Demanding {
    static var demands: [String] { ["label"] }
}

extension CreateCustomFields: Demanding {
    static var demands: [String] { ["metadata"] }
}

extension CreateDomain: Demanding {
    static var demands: [String] { ["name", "organization", "validations"] }
}

extension CreateKey: Demanding {
    static var demands: [String] { ["name"] }
}

extension CreateOrganization: Demanding {
    static var demands: [String] {
        ["name", "country", "address", "city", "state", "zip", "organization_contact"]
    }
}

extension CreateSubaccount: Demanding {
    static var demands: [String] { ["account_type", "organization", "user"] }
}

extension CreateUnitOrder: Demanding {
    static var demands: [String] { ["unit_account_id", "bundle"] }
}

extension CreateUser: Demanding {
    static var demands: [String] { ["email", "first_name", "last_name", "access_roles"] }
}

extension CreateVouchers: Demanding {
    static var demands: [String] { ["vouchers", "payment_method"] }
}

extension CustomFieldValue: Demanding {
    static var demands: [String] { ["metadata_id", "value"] }
}

extension DecideRequest: Demanding {
    static var demands: [String] { ["status"] }
}

extension DuplicateCertificate: Demanding {
    static var demands: [String] { ["certificate"] }
}

extension EditContainer: Demanding {
    static var demands: [String] { ["name"] }
}

extension EditKey: Demanding {
    static var demands: [String] { ["name"] }
}

extension EditUser: Demanding {
    static var demands: [String] { ["email"] }
}

extension EncodedLogo: Demanding {
    static var demands: [String] { ["logo"] }
}

extension FindReplaceable: Demanding {
    static var demands: [String] { ["domains"] }
}

extension MailCertificate: Demanding {
    static var demands: [String] { ["emails", "certificate_collect_format"] }
}

extension PriceOrder: Demanding {
    static var demands: [String] { ["product_name_id", "certificate"] }
}

extension PriceVouchers: Demanding {
    static var demands: [String] { ["vouchers"] }
}

extension ReissueCertificate: Demanding {
    static var demands: [String] { ["certificate"] }
}

extension ReplaceAdditionalEmails: Demanding {
    static var demands: [String] { ["additional_emails"] }
}

extension ResendOrderApproval: Demanding {
    static var demands: [String] { ["emails"] }
}

extension SetAccountSettings: Demanding {
    static var demands: [String] { ["account_settings"] }
}

extension SetAutoReissue: Demanding {
    static var demands: [String] { ["auto_reissue"] }
}

extension SetGuestAccess: Demanding {
    static var demands: [String] { ["enable_guest_access"] }
}

extension SetKeyStatus: Demanding {
    static var demands: [String] { ["status"] }
}

extension SetRenewalMessage: Demanding {
    static var demands: [String] { ["custom_renewal_message"] }
}

extension SetSubaccountProducts: Demanding {
    static var demands: [String] { ["products"] }
}

extension SetTransparency: Demanding {
    static var demands: [String] { ["disable_ct"] }
}

extension SubmitDomain: Demanding {
    static var demands: [String] { ["validations"] }
}

extension SubmitOrganization: Demanding {
    static var demands: [String] { ["validations"] }
}

extension SupplyCSR: Demanding {
    static var demands: [String] { ["csr"] }
}

extension UpdateAccount: Demanding {
    static var demands: [String] { ["admin_email"] }
}
