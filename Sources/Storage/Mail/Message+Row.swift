package import Foundation
package import OrderCore

/// A letter to somebody outside: written in the transaction that calls for it, sent by a worker.
package struct NewMessage: Sendable {
    let accountID: ID<Account>
    let orderID: ID<Order>?
    let recipient: String
    let subject: String
    let body: String
    let createdAt: Date
    let once: String?

    /// - Parameters:
    ///   - order: the order that it is about, if it is about one.
    ///   - recipient: one e-mail address.
    ///   - body: plain text.
    ///   - once: names what the message says; it is not said a second time.
    package init(
        accountID: ID<Account>, about order: ID<Order>? = nil, recipient: String, subject: String,
        body: String, createdAt: Date, once: String? = nil
    ) {
        self.accountID = accountID
        orderID = order
        self.once = once
        self.recipient = recipient
        self.subject = subject
        self.body = body
        self.createdAt = createdAt
    }
}

/// A letter that has not left yet.
package struct Message: Equatable, Sendable {
    package let id: ID<Message>
    package let accountID: ID<Account>
    package let recipient: String
    package let subject: String
    package let body: String
    package let createdAt: Date
    package let attempts: Int
    /// Why it did not leave when it last was to.
    package let failure: String?

    static let columns = """
        m.id, m.account_id, m.recipient, m.subject, m.body, m.created_at, m.attempts, m.failure
        """

    init(row: inout Columns) {
        id = row.id()
        accountID = row.id()
        recipient = row.text()
        subject = row.text()
        body = row.text()
        createdAt = row.date()
        attempts = row.int()
        failure = row.textIfPresent()
    }

    /// How long one worker has for what it claimed.
    package static let leaseSeconds: TimeInterval = 300
    package static let attemptsMax = 12
    package static let claimedMax = 16
    static let unknownFate =
        "the server stopped while it was being sent; it may have left, and is not sent again"
}

extension Transaction {
    /// Queues a message, unless one that is to be sent once was queued before.
    package func insert(_ new: NewMessage) throws {
        try post(
            """
            INSERT INTO messages
              (account_id, order_id, recipient, subject, body, created_at, due_at, attempts, once)
            VALUES ($1, $2, $3, $4, $5, $6, $6, 0, $7) ON CONFLICT (once) DO NOTHING
            """,
            [
                .id(new.accountID), .id(new.orderID), .text(new.recipient), .text(new.subject),
                .text(new.body), .date(new.createdAt), .text(new.once),
            ])
    }

    package func hasDueMessages(at now: Date) throws -> Bool {
        try row("SELECT 1 FROM messages WHERE due_at <= $1 LIMIT 1", [.date(now)]) { $0.int() }
            != nil
    }

    /// Takes due messages under a lease, the oldest first. Those that were being given away when
    /// their worker died stay for people to see.
    package func claimMessages(at now: Date) throws -> [Message] {
        try run(
            """
            UPDATE messages SET due_at = NULL, failure = $2
            WHERE due_at <= $1 AND handed_at IS NOT NULL
            """, [.date(now), .text(Message.unknownFate)])
        let ids: [ID<Message>] = try rows(
            """
            UPDATE messages SET due_at = $2, attempts = attempts + 1
            WHERE id IN
              (SELECT m.id FROM messages m WHERE m.due_at <= $1 ORDER BY m.due_at, m.id LIMIT $3)
            RETURNING id
            """,
            [
                .date(now), .date(now.addingTimeInterval(Message.leaseSeconds)),
                .int(Message.claimedMax),
            ]
        ) { $0.id() }
        return try ids.sorted().compactMap { id in
            try row("SELECT \(Message.columns) FROM messages m WHERE m.id = $1", [.id(id)]) {
                Message(row: &$0)
            }
        }
    }

    /// Notes that a claimed message is about to be given away, unless that was done before.
    package func handOver(_ message: Message, at now: Date) throws {
        let count = try run(
            """
            UPDATE messages SET handed_at = $2
            WHERE id = $1 AND handed_at IS NULL AND sent_at IS NULL AND attempts = $3
            """, [.id(message.id), .date(now), .int(message.attempts)])
        guard count == 1 else { throw StorageProblem.changedMeanwhile }
    }

    /// Puts a message back, to be tried at `due` or to wait to be seen.
    package func release(_ message: Message, due: Date?, failure: String) throws {
        try post(
            "UPDATE messages SET due_at = $2, failure = $3, handed_at = NULL WHERE id = $1",
            [.id(message.id), .date(due), .text(failure)])
    }

    package func finish(_ message: Message, at now: Date) throws {
        try post(
            "UPDATE messages SET due_at = NULL, failure = NULL, sent_at = $2 WHERE id = $1",
            [.id(message.id), .date(now)])
    }

    /// Tries anew what was given up: somebody may have mended what kept it back.
    package func wakeMessages(at now: Date) throws {
        try post(
            """
            UPDATE messages SET due_at = $1, attempts = 0
            WHERE sent_at IS NULL AND due_at IS NULL AND handed_at IS NULL
            """, [.date(now)])
    }

    package func waitingMessages(max: Int) throws -> [Message] {
        try rows(
            """
            SELECT \(Message.columns) FROM messages m WHERE m.sent_at IS NULL
            ORDER BY m.id LIMIT $1
            """, [.int(max)]
        ) { Message(row: &$0) }
    }
}
