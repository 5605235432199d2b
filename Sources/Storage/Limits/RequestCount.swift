package import OrderCore

/// How many requests of an API key were admitted in one second, as seconds since 1970.
package struct RequestCount: Equatable, Sendable {
    package let keyID: ID<APIKey>
    package let second: Int64
    package let count: Int

    package init(keyID: ID<APIKey>, second: Int64, count: Int) {
        self.keyID = keyID
        self.second = second
        self.count = count
    }
}

extension Transaction {
    /// Adds to what a node has admitted.
    package func add(_ counts: [RequestCount], of node: String) throws {
        for count in counts {
            try post(
                """
                INSERT INTO request_counts (api_key_id, second, node, count)
                VALUES ($1, $2, $3, $4) ON CONFLICT (api_key_id, second, node)
                DO UPDATE SET count = request_counts.count + excluded.count
                """,
                [.id(count.keyID), .integer(count.second), .text(node), .int(count.count)])
        }
    }

    /// What all other nodes have admitted since `second`, together.
    package func requestCounts(
        since second: Int64, butOf node: String
    ) throws -> [RequestCount] {
        try rows(
            """
            SELECT q.api_key_id, q.second, CAST(sum(q.count) AS BIGINT) FROM request_counts q
            WHERE q.second >= $1 AND q.node <> $2 GROUP BY q.api_key_id, q.second
            """, [.integer(second), .text(node)]
        ) { RequestCount(keyID: $0.id(), second: $0.long(), count: $0.int()) }
    }

    /// Removes what no window reaches any more, of whichever node.
    package func removeRequestCounts(before second: Int64) throws {
        try run("DELETE FROM request_counts WHERE second < $1", [.integer(second)])
    }
}
