package import OrderCore

extension CertificateWish {
    /// What the client sent, as text.
    package struct Text: Sendable {
        package var commonName: String?
        package var dnsNames: [String] = []
        package var emails: [String] = []
        package var organizationUnits: [String] = []
        package var csr: String?
        package var signatureHash: String?
        package var serverPlatformID: Int?
        package var profileOption: String?
        package var issuerID: Int?
        package var validity: OrderLength?
        package var commonNameSays: String?
        package var person = Certificate.Person()
        package var profileType: String?
        package var primaryUsage: String?
        package var additionalUsages: [String] = []
        package var subject = SubjectText()
        package var mark = MarkText()
        /// Whether an order is renewed, whose names those of a mark may be.
        package var isRenewal = false
        /// Who orders: signs where nobody else is named.
        package var orderer: Certificate.Person?
        package var ordererEmail: String?

        package init() {}
    }

    /// The member `subject` of orders for S/MIME and document signing.
    package struct SubjectText: Sendable {
        package var name: String?
        package var jobTitle: String?
        package var telephone: String?
        package var email: String?
        package var usesOrganization: Bool?
        package var showsEmail: Bool?

        package init() {}
    }

    /// The member `vmc` of orders for mark certificates, the logo left out.
    package struct MarkText: Sendable {
        package var kind: String?
        package var countryCode: String?
        package var registrationNumber: String?
        package var citation: String?
        package var stateOrProvince: String?
        package var locality: String?

        package init() {}

        package var isEmpty: Bool {
            [kind, countryCode, registrationNumber, citation, stateOrProvince, locality]
                .allSatisfy { $0 == nil }
        }
    }
}
