package import Foundation

/// Something asked of the approvers: a new certificate, another one, or an end to one.
package struct Request: Equatable, Sendable {
    package let id: ID<Request>
    package let orderID: ID<Order>
    package let accountID: ID<Account>
    package let requesterID: ID<User>
    package let subject: Subject
    package private(set) var state: RequestState
    package private(set) var decision: Decision?
    /// The first of two approvers: who passed it on to the second one.
    package private(set) var reviewerID: ID<User>?
    package let comments: String?
    package let createdAt: Date

    package enum Subject: Equatable, Sendable {
        case newOrder(ID<Certificate>)
        case reissue(ID<Certificate>)
        case duplicate(ID<Certificate>)
        case revokeOrder(Revocation.Reason)
        case revokeCertificate(ID<Certificate>, Revocation.Reason)

        package var kind: RequestKind {
            switch self {
            case .newOrder: .newOrder
            case .reissue: .reissue
            case .duplicate: .duplicate
            case .revokeOrder, .revokeCertificate: .revoke
            }
        }

        /// Whether it asks for another certificate of an order that has one.
        package var isFurther: Bool {
            switch self {
            case .reissue, .duplicate: true
            case .newOrder, .revokeOrder, .revokeCertificate: false
            }
        }

        package var certificateID: ID<Certificate>? {
            switch self {
            case .newOrder(let id), .reissue(let id), .duplicate(let id): id
            case .revokeCertificate(let id, _): id
            case .revokeOrder: nil
            }
        }

        package var reason: Revocation.Reason? {
            switch self {
            case .revokeOrder(let reason), .revokeCertificate(_, let reason): reason
            case .newOrder, .reissue, .duplicate: nil
            }
        }
    }

    /// Who last moved the request, when, and with what words.
    package struct Decision: Equatable, Sendable {
        package let by: ID<User>
        package let at: Date
        package let comment: String?

        package init(by: ID<User>, at: Date, comment: String?) {
            self.by = by
            self.at = at
            self.comment = comment
        }
    }

    package init(
        id: ID<Request>, orderID: ID<Order>, accountID: ID<Account>, requesterID: ID<User>,
        subject: Subject, state: RequestState, decision: Decision?,
        reviewerID: ID<User>? = nil, comments: String?, createdAt: Date
    ) {
        self.id = id
        self.orderID = orderID
        self.accountID = accountID
        self.requesterID = requesterID
        self.subject = subject
        self.state = state
        self.decision = decision
        self.reviewerID = reviewerID
        self.comments = comments
        self.createdAt = createdAt
    }

    /// Moves the request to `target`; a finished one stays as it is.
    package mutating func decide(
        _ target: RequestState, decision: Decision
    ) throws(RequestAlreadyProcessed) {
        try state.move(to: target)
        if target == .submitted { reviewerID = decision.by }
        self.decision = decision
    }
}
