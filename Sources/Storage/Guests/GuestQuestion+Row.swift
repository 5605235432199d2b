package import Foundation
package import OrderCore

/// What somebody without a user wants to see, and the address to which the answer goes.
///
/// It is written down whatever it says, and answered by a worker: whoever asks learns nothing from
/// how long it took.
package struct GuestQuestion: Equatable, Sendable {
    package let id: ID<GuestQuestion>
    package let accountID: ID<Account>
    /// An order's number, or a name that it certifies.
    package let subject: String
    package let email: String

    /// How many are answered in one step.
    package static let answeredMax = 16
}

extension Transaction {
    package func insertGuestQuestion(
        _ subject: String, email: String, account: ID<Account>, at now: Date
    ) throws {
        try post(
            """
            INSERT INTO guest_questions (account_id, subject, email, created_at)
            VALUES ($1, $2, $3, $4)
            """, [.id(account), .text(subject), .text(email), .date(now)])
    }

    package func hasGuestQuestions() throws -> Bool {
        try row("SELECT 1 FROM guest_questions LIMIT 1", []) { $0.int() } != nil
    }

    /// Takes the oldest questions away.
    package func takeGuestQuestions() throws -> [GuestQuestion] {
        let questions = try rows(
            """
            SELECT id, account_id, subject, email FROM guest_questions ORDER BY id LIMIT $1
            """, [.int(GuestQuestion.answeredMax)]
        ) { row in
            GuestQuestion(
                id: row.id(), accountID: row.id(), subject: row.text(), email: row.text())
        }
        if let last = questions.last {
            try post("DELETE FROM guest_questions WHERE id <= $1", [.id(last.id)])
        }
        return questions
    }

    /// The account whose guests come in under this secret.
    package func account(guestToken token: String) throws -> ID<Account>? {
        try row("SELECT id FROM accounts WHERE guest_token = $1", [.text(token)]) { $0.id() }
    }

    /// Orders that admit guests and certify a name, the newest first.
    package func guestOrders(
        certifying name: String, in account: ID<Account>, max: Int
    ) throws -> [ID<Order>] {
        try rows(
            """
            SELECT o.id FROM order_names n JOIN orders o ON o.id = n.order_id
            WHERE n.name = $1 AND o.account_id = $2 AND o.has_guest_access = 1
            ORDER BY o.id DESC LIMIT $3
            """, [.text(name), .id(account), .int(max)]
        ) { $0.id() }
    }
}
