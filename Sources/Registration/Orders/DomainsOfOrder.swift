import Foundation
package import OrderCore
import Storage

/// The domains that an order needs proof for, with the value that proves them.
package struct OrderDomains: Sendable {
    package let domains: [Domain]
    /// The value to publish, where the method works with one.
    package let randomValue: String?

    static let none = OrderDomains(domains: [], randomValue: nil)
}

/// Where domains that come with an order belong.
struct DomainOwner: Sendable {
    let accountID: ID<Account>
    let containerID: ID<Container>
    let organizationID: ID<Organization>?
    let validation: ValidationType
}

extension Transaction {
    /// Finds or adds the domains for names without proof. All that are added share one value, so
    /// that a client can prove the whole order with it.
    func domainsToProve(
        _ names: [String], method: ControlMethod, owner: DomainOwner, token: String, at now: Date
    ) throws -> OrderDomains {
        let hosts = Self.topmost(names.map(\.host))
        guard !hosts.isEmpty else { return .none }
        var known = try domains(named: hosts, of: owner.accountID)
        let kept = known.compactMap(\.control.token).first { $0.expiresAt > now }
        let lifetime = Double(DomainControl.tokenLifetimeDays) * Span.daySeconds
        let shared =
            kept
            ?? DomainControl.Token(
                value: token, expiresAt: now.addingTimeInterval(lifetime))
        for host in hosts where !known.contains(where: { $0.name == host }) {
            let control = DomainControl(
                method: method, token: method.usesToken ? shared : nil, submittedAt: now,
                proof: nil)
            let id = try insert(
                NewDomain(
                    accountID: owner.accountID, containerID: owner.containerID,
                    organizationID: owner.organizationID, name: host, createdAt: now,
                    validationTypes: [owner.validation], control: control))
            known.append(try domain(id)!)
        }
        return OrderDomains(
            domains: known, randomValue: known.compactMap(\.control.token?.value).first)
    }

    /// Without those that lie below another one of them.
    private static func topmost(_ hosts: [String]) -> [String] {
        let unique = hosts.withoutRepetitions
        return unique.filter { host in
            !unique.contains { $0 != host && Domain.isBelow(host, $0) }
        }
    }
}
