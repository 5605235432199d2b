package import Foundation
package import OrderCore

extension Transaction {
    package func insertNote(
        _ text: String, on order: ID<Order>, by user: ID<User>, at now: Date
    ) throws -> ID<Note> {
        try insert(
            """
            INSERT INTO order_notes (order_id, user_id, text, created_at)
            VALUES ($1, $2, $3, $4) RETURNING id
            """, [.id(order), .id(user), .text(text), .date(now)])
    }

    /// Newest first.
    package func notes(of order: ID<Order>) throws -> [Note] {
        try rows(
            """
            SELECT n.id, n.text, n.created_at, u.id, u.first_name, u.last_name, u.email
            FROM order_notes n JOIN users u ON u.id = n.user_id
            WHERE n.order_id = $1 ORDER BY n.id DESC
            """, [.id(order)]
        ) {
            Note(
                id: $0.id(), text: $0.text(), createdAt: $0.date(), author: UserReference(row: &$0))
        }
    }
}
