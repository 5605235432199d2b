import CLibPQ
import Foundation
import Storage

/// Where a PostgreSQL server is, and how it is spoken to: a `postgres://` URL with any of libpq's
/// options, or nothing that libpq would not take.
package struct ConnectionURL: Sendable {
    /// As given, with the password in it: never to be shown.
    private let secret: String

    package static let schemes = ["postgres://", "postgresql://"]

    package static func isOne(_ text: String) -> Bool {
        schemes.contains { text.hasPrefix($0) }
    }

    package init(_ text: String) throws(Problem) {
        guard Self.isOne(text) else { throw Problem(reason: "it does not begin with postgres://") }
        var error: UnsafeMutablePointer<CChar>?
        let parsed = PQconninfoParse(text, &error)
        defer {
            PQconninfoFree(parsed)
            PQfreemem(error)
        }
        guard parsed != nil else {
            // libpq quotes what it could not read, and that may be the password.
            throw Problem(
                reason: """
                    libpq cannot read it: look for an option that it does not know, or a character \
                    of the password that has to be written as % and its two hex digits
                    """)
        }
        secret = text
    }

    package struct Problem: Error {
        package let reason: String
    }

    /// Defaults first: what the URL says wins. A peer that is gone without a word is noticed after
    /// some ten seconds.
    var options: [(keyword: String, value: String)] {
        [
            ("fallback_application_name", "chancery"), ("connect_timeout", "5"),
            ("keepalives_idle", "5"), ("keepalives_interval", "2"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "10000"), ("dbname", secret), ("client_encoding", "UTF8"),
        ]
    }

    /// Without password, user and options: what may be shown and logged.
    package var description: String {
        let rest = secret.drop { $0 != ":" }.dropFirst(3)
        let place = rest.prefix { $0 != "?" }
        let host = place.lastIndex(of: "@").map { place[place.index(after: $0)...] } ?? place
        return "postgres://\(host)"
    }
}
