import Foundation
import OrderCore
import Storage

/// What still stands between an approved certificate and its signature.
struct Readiness: Sendable {
    /// The names that no proof of control covers.
    let unprovedNames: [String]
    let lacksOrganization: Bool

    var isReady: Bool { unprovedNames.isEmpty && !lacksOrganization }
}

extension Transaction {
    func readiness(
        of content: Certificate.Content, product: Product, organization: Organization?,
        account: ID<Account>, at now: Date
    ) throws -> Readiness {
        Readiness(
            unprovedNames: product.needsDomainControl
                ? try unprovedNames(content.allNames, account: account, at: now) : [],
            lacksOrganization: product.validation.organizationCheck.map { check in
                organization?.isValidated(for: check, at: now) != true
            } ?? false)
    }

    private func unprovedNames(
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
}
