import Foundation

/// The names that settings have, and those that look like settings and are none.
///
/// A new setting? Also: its name here, and its row in `docs/configuration.md`.
enum SettingNames {
    static let all: Set<String> = [
        "approval.own", "caa.issuers", "connections", "control.http.port", "control.https.port",
        "control.nameservers",
        "ct.logs", "ct.timestamps", "ct.wait",
        "database", "founding.country", "founding.domain", "founding.email", "founding.keys",
        "founding.organization", "http", "idempotency.hours", "limits", "log.level",
        "mail.command", "mail.sender", "notices.days", "ocsp.hours", "ocsp.nonce", "pages.url",
        "pkcs11.module", "pkcs11.pin", "pkcs11.pinfile", "pkcs11.sessions", "pkcs11.token",
        "profiles", "proxies.header", "proxies.trusted",
        "publication.url", "sandbox", "sealing.keyfile", "sealing.passphrase", "tls.certificate",
        "tls.key", "tls.names",
    ]

    /// For nobody's eyes, wherever they come from.
    static let secret: Set<String> = ["database", "pkcs11.pin", "sealing.passphrase"]

    static let prefix = "CHANCERY_"

    static func variable(_ name: String) -> String {
        prefix + name.uppercased().replacing(".", with: "_")
    }

    /// A file is Chancery's own: what stands in it is meant for it.
    static func check(file path: String, names: Set<String>) throws {
        guard let stranger = names.subtracting(all).sorted().first else { return }
        let hint = nearest(to: stranger, in: all).map { "; \($0) may be meant" } ?? ""
        throw SettingsProblem(
            description: "\(path) sets \"\(stranger)\", which is no setting\(hint)")
    }

    /// What is to be said of an environment: others than the server put variables there, too, so
    /// that strange ones stop nothing.
    static func warnings(about environment: [String: String]) -> [String] {
        let known = Set(all.map(variable))
        return environment.keys.filter { name in
            name.hasPrefix(prefix) && !known.contains(name) && !others.contains(name)
                && !linked.contains { name.hasPrefix($0) }
        }.sorted().map { name in
            let hint = nearest(to: name, in: known).map { "; \($0) may be meant" } ?? ""
            return "\(name) is no setting and is passed over\(hint)"
        }
    }

    /// The key that clients show, what one command reads by itself, and where scripts build.
    private static let others: Set = [
        "CHANCERY_CACHE", "CHANCERY_IMPORT_PASSPHRASE", "CHANCERY_KEY", "CHANCERY_SCRATCH",
    ]
    /// What container platforms set beside a service of this name.
    private static let linked = ["CHANCERY_PORT", "CHANCERY_SERVICE_"]

    /// How many letters a misspelt name has wrong at most.
    private static let distanceMax = 3

    private static func nearest(to name: String, in known: Set<String>) -> String? {
        let distances = known.map { (distance(name, $0), $0) }
        return distances.min { $0 < $1 }.flatMap { $0.0 <= distanceMax ? $0.1 : nil }
    }

    /// Letters to change, add or leave out (Levenshtein).
    private static func distance(_ one: String, _ other: String) -> Int {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        var row = Array(0...other.count)
        for (place, letter) in one.enumerated() {
            var next = [place + 1]
            for (column, against) in other.enumerated() {
                let changed = row[column] + (letter == against ? 0 : 1)
                next.append(min(changed, row[column + 1] + 1, next[column] + 1))
            }
            row = next
        }
        return row[other.count]
    }
}
