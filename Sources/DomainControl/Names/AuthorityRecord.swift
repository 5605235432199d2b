import OrderCore

/// A CAA record: which authorities may certify a name (RFC 8659 section 4.1).
package struct AuthorityRecord: Equatable, Sendable {
    /// Whoever does not know the tag has to refrain from certifying.
    package let isCritical: Bool
    /// Lower-cased.
    package let tag: String
    package let value: String

    package init(isCritical: Bool, tag: String, value: String) {
        self.isCritical = isCritical
        self.tag = tag
        self.value = value
    }
}

/// What a certificate is asked for: each has a tag of its own.
package enum AuthorityPurpose: Sendable {
    case host
    case wildcard
    /// A mailbox at the name (RFC 9495).
    case mailbox

    /// The tag that speaks of it first, and the one that does where there is none such.
    fileprivate var tags: [String] {
        switch self {
        case .host: ["issue"]
        case .wildcard: ["issuewild", "issue"]
        case .mailbox: ["issuemail"]
        }
    }
}

package enum AuthorityFinding: Equatable, Sendable {
    case permitted
    /// The records at this name let others alone.
    case forbidden(at: String)
    /// Nobody could say, and why.
    case unknown(String)
}

/// Reads the records that are about a name for an authority that goes by these names in them.
struct AuthorityRule: Sendable {
    /// Lower-cased.
    let issuers: Set<String>

    private static let knownTags: Set = [
        "issue", "issuewild", "issuemail", "issuevmc", "iodef", "contactemail", "contactphone",
    ]

    /// Records without one for the purpose forbid nothing.
    func permits(_ purpose: AuthorityPurpose, by records: [AuthorityRecord]) -> Bool {
        let isUnderstood = records.allSatisfy {
            !$0.isCritical || Self.knownTags.contains($0.tag)
        }
        guard isUnderstood else { return false }
        let tag = purpose.tags.first { tag in records.contains { $0.tag == tag } }
        guard let tag else { return true }
        return records.contains { $0.tag == tag && issuers.contains(Self.issuer(in: $0.value)) }
    }

    /// The name before the parameters; empty where it is nobody's.
    private static func issuer(in value: String) -> String {
        let name = value.split(separator: ";", omittingEmptySubsequences: false).first ?? ""
        return String(name).trimmingSpaces.lowercased()
    }
}
