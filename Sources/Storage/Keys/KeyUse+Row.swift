package import Foundation
package import OrderCore

extension Transaction {
    /// Notes when keys were used last. Several nodes may: the latest time counts, and all of them
    /// go through the keys in one order.
    package func noteUses(_ uses: [ID<APIKey>: Date]) throws {
        for (key, time) in uses.sorted(by: { $0.key < $1.key }) {
            try post(
                """
                INSERT INTO key_uses (api_key_id, used_at) VALUES ($1, $2)
                ON CONFLICT (api_key_id) DO UPDATE SET used_at = excluded.used_at
                WHERE key_uses.used_at < excluded.used_at
                """, [.id(key), .date(time)])
        }
    }
}
