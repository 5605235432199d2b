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

    /// What of an order, or of a further certificate of one, the limits look at.
    package struct Subject: Sendable {
        package let content: Certificate.Content
        /// Who would sign it.
        package let issuerID: ID<CACertificate>
        package let certificateYears: Int?
        /// Absent where the order stands: its length and settings were looked at before.
        package let order: Ordering?

        package init(
            content: Certificate.Content, issuerID: ID<CACertificate>, certificateYears: Int?,
            order: Ordering?
        ) {
            self.content = content
            self.issuerID = issuerID
            self.certificateYears = certificateYears
            self.order = order
        }
    }

    /// What is asked of an order as a whole.
    package struct Ordering: Sendable {
        package let years: Int
        package let settings: OrderSettings

        package init(years: Int, settings: OrderSettings) {
            self.years = years
            self.settings = settings
        }
    }

    /// What a limit forbids of an order.
    package enum Breach: Error, Equatable {
        case product
        case hash(allowed: [String])
        case issuer(allowed: [ID<CACertificate>])
        case orderYears(Int, allowed: [Int])
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
        if !issuerIDs.isEmpty, !issuerIDs.contains(subject.issuerID) {
            throw .issuer(allowed: issuerIDs)
        }
        if !certificateYears.isEmpty, let years = subject.certificateYears,
            !certificateYears.contains(years)
        {
            throw .certificateYears(allowed: certificateYears)
        }
        if let order = subject.order { try check(order) }
        if !allowsWildcards, let name = content.allNames.first(where: { $0.hasPrefix("*.") }) {
            throw .wildcard(name: name)
        }
    }

    private func check(_ order: Ordering) throws(Breach) {
        if !orderYears.isEmpty, !orderYears.contains(order.years) {
            throw .orderYears(order.years, allowed: orderYears)
        }
        if !allowsAutoRenew, order.settings.autoRenew { throw .autoRenew }
        if !allowsAutoReissue, order.settings.autoReissue { throw .autoReissue }
    }

    /// What the limits of a container say to a product.
    package enum Admission: Equatable, Sendable {
        /// The container has no limits.
        case free
        case limited(ProductLimit)
        case refused
    }
}

extension [ProductLimit] {
    /// Of the limits of one container, those for a role come before those for every role.
    package func admission(of product: Product, for role: Role) -> ProductLimit.Admission {
        guard !isEmpty else { return .free }
        let fitting = filter { $0.product == product }
        let limit =
            fitting.first { $0.role == role } ?? fitting.first { $0.role == nil }
        return limit.map { .limited($0) } ?? .refused
    }

    /// Holds an order against the limits of its container.
    package func check(
        _ product: Product, _ role: Role, _ subject: ProductLimit.Subject
    ) throws(ProductLimit.Breach) {
        switch admission(of: product, for: role) {
        case .free: break
        case .limited(let limit): try limit.check(subject)
        case .refused: throw .product
        }
    }
}
