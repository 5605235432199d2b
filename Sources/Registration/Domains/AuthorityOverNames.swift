import DomainControl
import Issuance
import OrderCore

extension Registry {
    /// Refuses names whose owners have CAA records that let others alone certify them (RFC 8659),
    /// or where nobody could say. Asked right before the signature; a sandbox asks nobody.
    func refuseForbidden(_ decision: IssueDecision) async throws(Refusal) {
        let control = control
        guard steps == .people, control.asksOwners else { return }
        let findings = await decision.namesOfAuthority.askedSideBySide {
            (name: $0.name, finding: await control.authority(over: $0.name, for: $0.purpose))
        }
        for (name, finding) in findings.sorted(by: { $0.name < $1.name }) {
            switch finding {
            case .permitted: continue
            case .forbidden(let owner):
                throw Refusal(
                    .authorityForbidden(name),
                    "CAA check failed: the records at \(owner) let other authorities alone "
                        + "certify \(name).")
            case .unknown(let reason):
                throw Refusal(
                    .authorityUnknown(name),
                    "CAA check failed: the records of \(name) could not be read (\(reason)).")
            }
        }
    }
}

extension IssueDecision {
    /// The names that have owners in DNS, and what for: hosts of certificates that the public
    /// could trust, and those of mailboxes.
    fileprivate var namesOfAuthority: [(name: String, purpose: AuthorityPurpose)] {
        switch product.family {
        case .tls where product.needsDomainControl:
            return content.allNames.filter(Self.isHost).map {
                (name: $0.host, purpose: $0.hasPrefix("*.") ? .wildcard : .host)
            }
        case .mailbox, .sponsoredMailbox, .organizationMailbox:
            let hosts = (content.holder?.emails ?? []).compactMap { $0.split(separator: "@").last }
            return Set(hosts).sorted().map { (name: String($0), purpose: .mailbox) }
        case .tls, .client, .codeSigning, .documents, .mark: return []
        }
    }

    private static func isHost(_ text: String) -> Bool {
        // What is neither was refused when it was ordered.
        if case .ip = try? SubjectAlternativeName(text) { return false }
        return true
    }
}
