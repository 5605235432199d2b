package import Foundation

/// Something that can be ordered, with its rules. The list is ``ProductCatalog``.
package struct Product: Equatable, Sendable {
    package let nameID: String
    package let name: String
    package let group: Group
    package let validation: ValidationType
    package let names: NamePolicy
    package let family: ProductFamily

    package enum Group: String, Sendable {
        case ssl = "ssl_certificate"
        case dvSSL = "dv_ssl_certificate"
        case privateSSL = "private_ssl_certificate"
        case secureSite = "securesite_ssl_certificate"
        case client = "client_certificate"
        case secureEmail = "secure_email"
        case codeSigning = "code_signing_certificate"
        case extendedCodeSigning = "code_signing"
        case documentSigning = "document_signing"
        case grid = "grid_certificate"
        case mark = "verified_mark_certificate"
    }

    package init(
        _ nameID: String, _ name: String, _ group: Group, _ validation: ValidationType,
        _ names: NamePolicy = .none, as family: ProductFamily = .tls
    ) {
        self.nameID = nameID
        self.name = name
        self.group = group
        self.validation = validation
        self.names = names
        self.family = family
    }

    /// The product type of the contract.
    package var type: String { group == .dvSSL ? "dv_ssl_certificate" : family.type }

    package var isPrivate: Bool { validation == .privateSSL }

    /// The check of the organization that has to be in place, if any.
    package var organizationCheck: ValidationType? {
        family == .documents(of: .individual) ? nil : validation.organizationCheck
    }

    package var needsOrganization: Bool { organizationCheck != nil }
    package var needsDomainControl: Bool { !isPrivate && (family == .tls || family.isMark) }
    /// Whether control of each mailbox is proved before anything is issued.
    package var needsMailboxControl: Bool { !isPrivate && family.certifiesMailboxes }
    package var csrRequired: Bool { family == .tls }
    /// Whether a reissue may bring a public key without a CSR around it. Those who hold such keys
    /// have them in hardware or at a provider that vouches for where they are.
    package var reissuesForBareKeys: Bool { family.certifiesMailboxes || family.isProvisioned }

    package var allowsDuplicates: Bool { family == .tls || family == .codeSigning }
    /// Not where somebody has to be looked up, or sent something, each time.
    package var allowsAutoRenewal: Bool {
        switch family {
        case .documents: false
        case .codeSigning: validation != .evCS
        default: true
        }
    }
    /// Whether an order may be served by several certificates, each reissued by itself.
    package var allowsAutoReissue: Bool { family.isMark || family == .tls && !isPrivate }
    package let orderYears = [1, 2, 3]

    package var signatureHashes: [String] {
        family == .documents(of: .tradition) ? ["sha256"] : ["sha256", "sha384", "sha512"]
    }

    package static let orderYearsMax = 3
    /// The longest order, in days: three years with a leap day.
    package static let orderDaysMax = 366 + 2 * 365
}

extension Product {
    /// The longest life of one certificate that the contract knows, which tells whether an order
    /// takes several. What is issued goes by the profile, which says the same unless its owner has
    /// changed it.
    package func certificateDaysMax(at now: Date) -> Int {
        if isPrivate { return Self.orderDaysMax }
        switch family {
        case .tls: return now < Self.shorterTLSLivesFrom ? 397 : 199
        case .client where group == .grid: return 395
        case .client, .mailbox, .sponsoredMailbox, .organizationMailbox: return 825
        case .codeSigning: return now < Self.shorterCodeSigningLivesFrom ? 1187 : 460
        case .documents: return Self.orderDaysMax
        case .mark: return 398
        }
    }

    /// 2026-02-24, when the contract's cap for public TLS fell from 397 to 199 days.
    private static let shorterTLSLivesFrom = Date(timeIntervalSince1970: 1_771_891_200)
    /// 2026-03-01, when the cap of the code signing rules fell from 39 months to 460 days.
    private static let shorterCodeSigningLivesFrom = Date(timeIntervalSince1970: 1_772_323_200)

    /// Products are one value a name: the rest follows from it.
    package static func == (left: Product, right: Product) -> Bool { left.nameID == right.nameID }
}
