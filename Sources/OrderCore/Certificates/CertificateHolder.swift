extension Certificate {
    /// Who a certificate is for, where it is not for hosts: mailboxes, a person, a mark.
    package struct Holder: Codable, Equatable, Sendable {
        /// The first is the main one.
        package var emails: [String] = []
        /// Whether the main address stands in the subject, too.
        package var showsEmail: Bool?
        package var person: Person?
        /// What the common name says (contract: `common_name_indicator`).
        package var commonNameSays: CommonNameSource?
        package var mailProfile: MailProfile?
        package var keyUse: KeyUse?
        package var documentUses: [DocumentUse] = []
        package var mark: Mark?

        package init() {}
    }

    package struct Person: Codable, Equatable, Sendable {
        package var givenName: String?
        package var surname: String?
        package var pseudonym: String?
        package var jobTitle: String?
        package var telephone: String?

        package init() {}

        package var fullName: String? {
            let parts = [givenName, surname].compactMap(\.self)
            return parts.isEmpty ? nil : parts.joined(separator: " ")
        }
    }

    package enum CommonNameSource: String, CaseIterable, Codable, Sendable {
        case emailAddress = "email_address"
        case givenNameSurname = "given_name_surname"
        case pseudonym
        case organizationName = "organization_name"
    }

    /// The generations of the S/MIME rules that are left.
    package enum MailProfile: String, CaseIterable, Codable, Sendable {
        case strict
        case multipurpose
    }

    /// Contract: `usage_designation.primary_usage`.
    package enum KeyUse: String, CaseIterable, Codable, Sendable {
        case signing
        case keyManagement = "key_management"
        case dual = "dual_use"
    }

    /// Contract: `usage_designation.additional_usages`.
    package enum DocumentUse: String, CaseIterable, Codable, Sendable {
        case adobe = "adobe_authentic_documents_trust"
        case microsoft = "ms_document_signing"
        case anyDocument = "document_signing"
    }
}
