import Foundation
import OrderCore
import Storage

/// What still stands between an approved certificate and its signature.
struct Readiness: Sendable {
    /// The names that no proof of control covers.
    let unprovedNames: [String]
    let unprovedMailboxes: [String]
    let lacksOrganization: Bool
    /// The logo, or what is to be known of it, is still to come.
    let lacksMark: Bool
    /// The key is still to come, from the client or on a token.
    let lacksKey: Bool
    /// The key is made on a token, if it is not there.
    let hasToken: Bool

    /// Whether everything that people or the network have to confirm is confirmed.
    var isValidated: Bool {
        unprovedNames.isEmpty && unprovedMailboxes.isEmpty && !lacksOrganization && !lacksMark
    }

    var isReady: Bool { isValidated && !lacksKey }

    /// In a sandbox, all that has to be confirmed counts as confirmed, and tokens need no shipping:
    /// the key on one is a key that nobody keeps.
    func isReady(under steps: StepRule) -> Bool {
        switch steps {
        case .people: isReady
        case .sandbox: confirmed.isReady
        }
    }

    /// The same with everything confirmed.
    var confirmed: Readiness {
        Readiness(
            unprovedNames: [], unprovedMailboxes: [], lacksOrganization: false,
            lacksMark: lacksMark, lacksKey: lacksKey && !hasToken, hasToken: hasToken)
    }
}

/// Whose certificate is asked about.
struct ReadinessQuestion {
    let content: Certificate.Content
    let product: Product
    let organization: Organization?
    let accountID: ID<Account>
    /// Absent while the order is being placed.
    let orderID: ID<Order>?
    let hasLogo: Bool
}

extension Transaction {
    func readiness(_ question: ReadinessQuestion, at now: Date) throws -> Readiness {
        let content = question.content
        let product = question.product
        return Readiness(
            unprovedNames: product.needsDomainControl
                ? try unprovedNames(content.allNames, account: question.accountID, at: now) : [],
            unprovedMailboxes: product.needsMailboxControl
                ? try unprovedMailboxes(content.holder?.emails ?? [], question, at: now) : [],
            lacksOrganization: product.organizationCheck.map { check in
                question.organization?.isValidated(for: check, at: now) != true
            } ?? false,
            lacksMark: product.family.isMark
                && (!question.hasLogo || content.holder?.mark?.missing.isEmpty != true),
            lacksKey: content.csr == nil && !product.family.isMark,
            hasToken: product.family.isProvisioned)
    }

    /// A mailbox is proved by whoever reads its mail, or by control of all mail of its domain.
    private func unprovedMailboxes(
        _ emails: [String], _ question: ReadinessQuestion, at now: Date
    ) throws -> [String] {
        let proofs = try question.orderID.map { try emailProofs(of: $0) } ?? []
        let proved = Set(proofs.filter { $0.provedAt != nil }.map(\.email))
        let waiting = emails.filter { !proved.contains($0) }
        let hosts = Set(waiting.map(\.mailHost))
        let unproved = Set(
            try unprovedNames(hosts.sorted(), account: question.accountID, at: now))
        return waiting.filter { unproved.contains($0.mailHost) }
    }

    func unprovedNames(
        _ names: [String], account: ID<Account>, at now: Date
    ) throws -> [String] {
        let candidates = Set(names.flatMap(\.domainAndParents))
        let domains = try domains(named: candidates.sorted(), of: account)
        return names.filter { name in !domains.contains { $0.covers(name, at: now) } }
    }
}

extension String {
    /// `a.b.c` and each name above it that has a dot: the domains whose proof may cover it.
    var domainAndParents: [String] {
        let labels = host.split(separator: ".")
        guard labels.count > 1 else { return [host] }
        return (0..<(labels.count - 1)).map { labels.dropFirst($0).joined(separator: ".") }
    }

    /// The name without its wildcard label.
    var host: String { hasPrefix("*.") ? String(dropFirst(2)) : self }

    /// What stands behind the `@` of an address.
    var mailHost: String { split(separator: "@").last.map(String.init) ?? self }
}
