package import Foundation
package import OrderCore

/// What names a request that may be sent again: the API key that sent it, and the key that its
/// client gave it.
package struct RepeatName: Equatable, Sendable {
    package let apiKeyID: ID<APIKey>
    package let text: String

    package init(apiKeyID: ID<APIKey>, text: String) {
        self.apiKeyID = apiKeyID
        self.text = text
    }
}

/// An answer that was given, sealed, with the fingerprint of the request that it was given to.
package struct KeptAnswer: Equatable, Sendable {
    package let fingerprint: [UInt8]
    package let sealed: [UInt8]

    package init(fingerprint: [UInt8], sealed: [UInt8]) {
        self.fingerprint = fingerprint
        self.sealed = sealed
    }
}

extension Transaction {
    /// - Parameter oldest: what was kept before is as good as gone.
    package func keptAnswer(to name: RepeatName, since oldest: Date) throws -> KeptAnswer? {
        try row(
            """
            SELECT a.fingerprint, a.answer FROM kept_answers a
            WHERE a.api_key_id = $1 AND a.idempotency_key = $2 AND a.created_at >= $3
            """, [.id(name.apiKeyID), .text(name.text), .date(oldest)]
        ) { KeptAnswer(fingerprint: $0.bytes(), sealed: $0.bytes()) }
    }

    /// Keeps an answer, in the place of one from before `oldest` if there is such a one. Returns
    /// whether the name was still free.
    package func keep(
        _ answer: KeptAnswer, as name: RepeatName, at now: Date, since oldest: Date
    ) throws -> Bool {
        try run(
            """
            INSERT INTO kept_answers
              (api_key_id, idempotency_key, fingerprint, answer, created_at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (api_key_id, idempotency_key) DO UPDATE
            SET fingerprint = excluded.fingerprint, answer = excluded.answer,
              created_at = excluded.created_at
            WHERE kept_answers.created_at < $6
            """,
            [
                .id(name.apiKeyID), .text(name.text), .bytes(answer.fingerprint),
                .bytes(answer.sealed), .date(now), .date(oldest),
            ]) == 1
    }

    /// Puts another answer in the place of one that is kept.
    package func keepAgain(_ answer: KeptAnswer, as name: RepeatName) throws {
        try post(
            """
            UPDATE kept_answers SET answer = $3
            WHERE api_key_id = $1 AND idempotency_key = $2 AND fingerprint = $4
            """,
            [
                .id(name.apiKeyID), .text(name.text), .bytes(answer.sealed),
                .bytes(answer.fingerprint),
            ])
    }

    /// Whether something is there to be removed: cheap, so that an idle node writes nothing.
    package func hasKeptAnswers(before oldest: Date) throws -> Bool {
        try row(
            "SELECT 1 FROM kept_answers WHERE created_at < $1 LIMIT 1", [.date(oldest)]
        ) { $0.int() } != nil
    }

    /// Removes the oldest of those kept before `oldest`. Returns how many.
    package func removeKeptAnswers(before oldest: Date, countMax: Int) throws -> Int {
        try run(
            """
            DELETE FROM kept_answers WHERE id IN
              (SELECT a.id FROM kept_answers a WHERE a.created_at < $1
               ORDER BY a.created_at LIMIT $2)
            """, [.date(oldest), .int(countMax)])
    }
}
