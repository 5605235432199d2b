/// One product that the users of a container may order, and how. A container with limits lets
/// nothing be ordered that none of them names.
package struct ProductLimit: Equatable, Sendable {
    package let containerID: ID<Container>
    /// The role it is for; none: every role.
    package let role: Role?
    package let product: Product
    /// Empty: all that the product allows.
    package var hashes: [String]
    package var issuerIDs: [ID<CACertificate>]
    package var certificateYears: [Int]
    package var orderYears: [Int]
    package var allowsAutoRenew: Bool
    package var allowsAutoReissue: Bool
    package var allowsWildcards: Bool

    package init(
        containerID: ID<Container>, role: Role?, product: Product, hashes: [String] = [],
        issuerIDs: [ID<CACertificate>] = [], certificateYears: [Int] = [], orderYears: [Int] = [],
        allowsAutoRenew: Bool = true, allowsAutoReissue: Bool = true, allowsWildcards: Bool = true
    ) {
        self.containerID = containerID
        self.role = role
        self.product = product
        self.hashes = hashes
        self.issuerIDs = issuerIDs
        self.certificateYears = certificateYears
        self.orderYears = orderYears
        self.allowsAutoRenew = allowsAutoRenew
        self.allowsAutoReissue = allowsAutoReissue
        self.allowsWildcards = allowsWildcards
    }

    /// What of an order the limits look at.
    package struct Subject: Sendable {
        package let content: Certificate.Content
        package let orderYears: Int
        package let certificateYears: Int?
        package let settings: OrderSettings

        package init(
            content: Certificate.Content, orderYears: Int, certificateYears: Int?,
            settings: OrderSettings
        ) {
            self.content = content
            self.orderYears = orderYears
            self.certificateYears = certificateYears
            self.settings = settings
        }
    }

    /// What a limit forbids of an order.
    package enum Breach: Error, Equatable {
        case product
        case hash(allowed: [String])
        case issuer
        case orderYears(allowed: [Int])
        case certificateYears(allowed: [Int])
        case autoRenew
        case autoReissue
        case wildcard(name: String)
    }

    package func check(_ subject: Subject) throws(Breach) {
        let content = subject.content
        if !hashes.isEmpty, !hashes.contains(content.signatureHash) {
            throw .hash(allowed: hashes)
        }
        if !issuerIDs.isEmpty, let issuer = content.issuerID, !issuerIDs.contains(issuer) {
            throw .issuer
        }
        if !orderYears.isEmpty, !orderYears.contains(subject.orderYears) {
            throw .orderYears(allowed: orderYears)
        }
        if !certificateYears.isEmpty, let years = subject.certificateYears,
            !certificateYears.contains(years)
        {
            throw .certificateYears(allowed: certificateYears)
        }
        if !allowsAutoRenew, subject.settings.autoRenew { throw .autoRenew }
        if !allowsAutoReissue, subject.settings.autoReissue { throw .autoReissue }
        if !allowsWildcards, let name = content.allNames.first(where: { $0.hasPrefix("*.") }) {
            throw .wildcard(name: name)
        }
    }
}

extension [ProductLimit] {
    /// Holds an order against the limits of its container. Those for the orderer's role come
    /// before those for every role.
    package func check(
        _ product: Product, _ role: Role, _ subject: ProductLimit.Subject
    ) throws(ProductLimit.Breach) {
        guard !isEmpty else { return }
        let fitting = filter { $0.product == product }
        guard
            let limit = fitting.first(where: { $0.role == role })
                ?? fitting.first(where: { $0.role == nil })
        else { throw .product }
        try limit.check(subject)
    }
}
