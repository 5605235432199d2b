package import Foundation

/// One certificate order, from request to issue or refusal.
///
/// A pure value: nothing here reads a clock, a database or the network. The names, the key and the
/// bytes belong to its certificates; an order points at its primary one.
package struct Order: Equatable, Sendable {
    package let id: ID<Order>
    /// Counts the changes; a writer that read an older one has to start again.
    package var version: Int64
    package let accountID: ID<Account>
    package let containerID: ID<Container>
    package let organizationID: ID<Organization>?
    package let userID: ID<User>
    package let product: Product
    package private(set) var state: OrderState
    /// The certificate that order info shows: the first, or the latest issued reissue.
    package var primaryCertificateID: ID<Certificate>
    package let length: OrderLength
    package let renewalOf: ID<Order>?
    package var renewedBy: ID<Order>?
    package let origin: Origin
    package var receiptID: ID<Receipt>?
    package let createdAt: Date
    /// When the first certificate was issued, with the span that every certificate keeps within.
    package private(set) var term: Term?
    package var settings: OrderSettings
    package var details: Details

    /// What came with the order beside its settings, and what became of it.
    package struct Details: Codable, Equatable, Sendable {
        package var provisioning: Provisioning?
        /// Who may speak for the organization.
        package var verifiedContacts: [VerifiedContact]?
        /// How often a client certificate is still renewed by itself.
        package var renewalsLeft: Int?
        package var isHostingEnabled: Bool?
        /// What the client calls the order; others may be called the same.
        package var alternativeID: String?

        package init() {}

        /// Whether an order like this one may follow it without anybody doing anything.
        package func mayBeRenewedByItself(_ product: Product) -> Bool {
            product.allowsAutoRenewal && provisioning?.method.isToken != true
        }
    }

    package static let alternativeIDCharactersMax = 128

    /// From its first to its last second; one that is not issued yet would begin now.
    package func span(at now: Date) -> ClosedRange<Date> {
        (term?.validFrom ?? now)...(term?.validTill ?? length.end(from: now))
    }

    /// When it ends, or would end if it began as it was placed; absent where it came to nothing.
    package var end: Date? {
        switch state {
        case .rejected, .canceled: term?.validTill
        case .needsApproval, .pending, .needsCSR, .waitingPickup, .issued, .reissuePending,
            .revoked:
            span(at: createdAt).upperBound
        }
    }

    package struct Term: Equatable, Sendable {
        package let issuedAt: Date
        package let validFrom: Date
        package let validTill: Date

        package init(issuedAt: Date, validFrom: Date, validTill: Date) {
            self.issuedAt = issuedAt
            self.validFrom = validFrom
            self.validTill = validTill
        }
    }

    package init(
        id: ID<Order>, version: Int64, accountID: ID<Account>, containerID: ID<Container>,
        organizationID: ID<Organization>?, userID: ID<User>, product: Product, state: OrderState,
        primaryCertificateID: ID<Certificate>, length: OrderLength, renewalOf: ID<Order>?,
        renewedBy: ID<Order>?, origin: Origin, receiptID: ID<Receipt>?, createdAt: Date,
        term: Term?, settings: OrderSettings, details: Details = Details()
    ) {
        self.id = id
        self.version = version
        self.accountID = accountID
        self.containerID = containerID
        self.organizationID = organizationID
        self.userID = userID
        self.product = product
        self.state = state
        self.primaryCertificateID = primaryCertificateID
        self.length = length
        self.renewalOf = renewalOf
        self.renewedBy = renewedBy
        self.origin = origin
        self.receiptID = receiptID
        self.createdAt = createdAt
        self.term = term
        self.settings = settings
        self.details = details
    }

    /// Changes the state as `move` says, or nothing at all.
    package mutating func move(_ move: OrderMove) throws(IllegalMove) {
        state = try state.after(move)
    }

    /// The first certificate is there: the order's term begins with it.
    package mutating func issue(term: Term) throws(IllegalMove) {
        try move(.issue)
        self.term = term
    }

    /// The status that a reader is shown: an issued order past its end has expired.
    package func status(at now: Date) -> OrderStatus {
        if state == .issued, let term, term.validTill < now { return .expired }
        return .state(state)
    }
}

/// An order's state with the calendar's word on it.
package enum OrderStatus: Equatable, Sendable {
    case state(OrderState)
    case expired

    package var name: String {
        switch self {
        case .state(let state): state.rawValue
        case .expired: "expired"
        }
    }
}

extension Order {
    /// Whether the order outlasts its certificates, so that it takes several.
    package func isMultiYearPlan(at now: Date) -> Bool {
        let start = term?.issuedAt ?? createdAt
        let end = term?.validTill ?? length.end(from: start)
        return Span.days(from: start, to: end) > product.certificateDaysMax(at: start)
    }
}
