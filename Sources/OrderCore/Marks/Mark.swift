/// A logo's right to stand beside mail: its kind, and where that right comes from.
package struct Mark: Codable, Equatable, Sendable {
    package var kind: Kind
    /// Of the trademark office or of the government; ISO 3166-1 alpha-2 in upper case.
    package var countryCode: String?
    package var registrationNumber: String?
    /// The law that grants the mark.
    package var citation: String?
    package var stateOrProvince: String?
    package var locality: String?

    package enum Kind: String, CaseIterable, Codable, Sendable {
        case registered = "registered_mark"
        case government = "government_mark"
        case priorUse = "prior_use_mark"
        case modifiedRegistered = "modified_registered_mark"
    }

    package init(kind: Kind) {
        self.kind = kind
    }

    /// What is missing before the mark can be certified, by its member in the contract.
    package var missing: [String] {
        switch kind {
        case .registered, .modifiedRegistered:
            [("country_code", countryCode), ("registration_number", registrationNumber)]
                .filter { $0.1 == nil }.map(\.0)
        case .government:
            [("country_code", countryCode), ("citation", citation)]
                .filter { $0.1 == nil }.map(\.0)
        case .priorUse: []
        }
    }
}
