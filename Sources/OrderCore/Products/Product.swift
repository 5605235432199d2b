package import Foundation

/// Something that can be ordered, with its rules. The list is ``ProductCatalog``.
package struct Product: Equatable, Sendable {
    package let nameID: String
    package let name: String
    package let group: Group
    package let validation: ValidationType
    package let names: NamePolicy

    package enum Group: String, Sendable {
        case ssl = "ssl_certificate"
        case dvSSL = "dv_ssl_certificate"
        case privateSSL = "private_ssl_certificate"
        case secureSite = "securesite_ssl_certificate"

        /// The product type of the contract.
        package var type: String { self == .dvSSL ? "dv_ssl_certificate" : "ssl_certificate" }
    }

    package init(
        _ nameID: String, _ name: String, _ group: Group, _ validation: ValidationType,
        _ names: NamePolicy
    ) {
        self.nameID = nameID
        self.name = name
        self.group = group
        self.validation = validation
        self.names = names
    }

    package var isPrivate: Bool { validation == .privateSSL }
    package var needsOrganization: Bool { validation.organizationCheck != nil }
    package var needsDomainControl: Bool { !isPrivate }
    package let csrRequired = true
    package let allowsDuplicates = true
    package let orderYears = [1, 2, 3]
    package let signatureHashes = ["sha256", "sha384", "sha512"]

    package static let orderYearsMax = 3
    /// The longest order, in days: three years with a leap day.
    package static let orderDaysMax = 366 + 2 * 365

    /// The longest life of one certificate, by the rules of public TLS or of private certificates.
    package func certificateDaysMax(at now: Date) -> Int {
        if isPrivate { return Self.orderDaysMax }
        return now < Self.shorterLivesFrom ? 397 : 199
    }

    /// 2026-02-24, when the contract's cap for public TLS fell from 397 to 199 days.
    private static let shorterLivesFrom = Date(timeIntervalSince1970: 1_771_891_200)
}

extension Product {
    /// Products are one value a name: the rest follows from it.
    package static func == (left: Product, right: Product) -> Bool { left.nameID == right.nameID }
}
