package import Foundation
package import OrderCore

extension Request {
    static let columns = """
        r.id, r.order_id, r.account_id, r.requester_id, r.kind, r.certificate_id, r.reason, \
        r.state, r.processor_id, r.processed_at, r.processor_comment, r.reviewer_id, r.comments, \
        r.created_at
        """

    init(row: inout Columns) throws {
        self.init(
            id: row.id(), orderID: row.id(), accountID: row.id(), requesterID: row.id(),
            subject: try Subject(row: &row), state: try row.word(),
            decision: Decision(rowIfPresent: &row), reviewerID: row.idIfPresent(),
            comments: row.textIfPresent(), createdAt: row.date())
    }
}

extension Request.Subject {
    init(row: inout Columns) throws {
        let kind: RequestKind = try row.word()
        let certificate: ID<Certificate>? = row.idIfPresent()
        let reason = try row.wordIfPresent(Revocation.Reason.self) ?? .unspecified
        switch (kind, certificate) {
        case (.newOrder, let id?): self = .newOrder(id)
        case (.reissue, let id?): self = .reissue(id)
        case (.duplicate, let id?): self = .duplicate(id)
        case (.revoke, let id?): self = .revokeCertificate(id, reason)
        case (.revoke, nil): self = .revokeOrder(reason)
        case (.newOrder, nil), (.reissue, nil), (.duplicate, nil):
            throw StorageProblem.unreadable(column: "certificate_id", value: "NULL")
        }
    }

    var values: [SQLValue] {
        [.text(kind.rawValue), .id(certificateID), .text(reason?.rawValue)]
    }
}

extension Request.Decision {
    init?(rowIfPresent row: inout Columns) {
        let by: ID<User>? = row.idIfPresent()
        let at = row.dateIfPresent()
        let comment = row.textIfPresent()
        guard let by, let at else { return nil }
        self.init(by: by, at: at, comment: comment)
    }
}

package struct NewRequest: Sendable {
    let orderID: ID<Order>
    let accountID: ID<Account>
    let containerID: ID<Container>
    /// Who placed the order.
    let ownerID: ID<User>
    let requesterID: ID<User>
    let subject: Request.Subject
    let state: RequestState
    let decision: Request.Decision?
    let comments: String?
    let createdAt: Date

    package init(
        about order: Order, by requester: ID<User>, subject: Request.Subject, state: RequestState,
        decision: Request.Decision?, comments: String?, createdAt: Date
    ) {
        orderID = order.id
        accountID = order.accountID
        containerID = order.containerID
        ownerID = order.userID
        requesterID = requester
        self.subject = subject
        self.state = state
        self.decision = decision
        self.comments = comments
        self.createdAt = createdAt
    }
}

extension Transaction {
    package func request(_ id: ID<Request>) throws -> Request? {
        try row("SELECT \(Request.columns) FROM requests r WHERE r.id = $1", [.id(id)]) {
            try Request(row: &$0)
        }
    }

    package func requests(of order: ID<Order>) throws -> [Request] {
        try rows(RequestsOfOrderStatement.text, [.id(order)]) { try Request(row: &$0) }
    }

    /// Adds a request about an order that was there before.
    package func insert(_ new: NewRequest) throws -> Request {
        let request = Request(
            id: try drawNumber(of: "requests"), orderID: new.orderID, accountID: new.accountID,
            requesterID: new.requesterID, subject: new.subject, state: new.state,
            decision: new.decision, comments: new.comments, createdAt: new.createdAt)
        try insert(request, of: new.containerID, new.ownerID)
        try revise(new.orderID)
        return request
    }

    /// Adds a request under the number that was drawn for it, with the order that it is about.
    ///
    /// - Parameters:
    ///   - container: that of the order.
    ///   - owner: who placed the order.
    package func insert(
        _ request: Request, of container: ID<Container>, _ owner: ID<User>
    ) throws {
        try post(
            """
            INSERT INTO requests (id, order_id, account_id, requester_id, kind, certificate_id,
              reason, state, processor_id, processed_at, processor_comment, comments, created_at,
              container_id, owner_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """,
            [
                .id(request.id), .id(request.orderID), .id(request.accountID),
                .id(request.requesterID),
            ] + request.subject.values + [
                .text(request.state.rawValue), .id(request.decision?.by),
                .date(request.decision?.at), .text(request.decision?.comment),
                .text(request.comments), .date(request.createdAt), .id(container), .id(owner),
            ])
    }

    /// Notes of a new request that nobody made it.
    package func noteAutomatic(_ id: ID<Request>) throws {
        try post("INSERT INTO automatic_requests (request_id) VALUES ($1)", [.id(id)])
    }

    /// Keeps a decision, unless the request was decided meanwhile.
    package func save(_ request: Request) throws {
        try postGuarded(
            """
            UPDATE requests SET state = $2, processor_id = $3, processed_at = $4,
              processor_comment = $5, reviewer_id = $6
            WHERE id = $1 AND state IN ('pending', 'submitted')
            """,
            [
                .id(request.id), .text(request.state.rawValue), .id(request.decision?.by),
                .date(request.decision?.at), .text(request.decision?.comment),
                .id(request.reviewerID),
            ])
        try revise(request.orderID)
    }
}

/// Asked with every order that is shown, so its text is put together once.
private enum RequestsOfOrderStatement {
    static let text =
        "SELECT \(Request.columns) FROM requests r WHERE r.order_id = $1 ORDER BY r.id"
}
