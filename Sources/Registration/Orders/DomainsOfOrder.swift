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

extension Transaction {
    /// Finds or adds the domains for names without proof, and sees to it that they are looked at,
    /// or that their owners are asked. All that await proof by a value share one, so that a client
    /// can prove the whole order with it.
    func domainsToProve(
        _ names: [String], _ wish: ControlWish, for order: Order, _ registry: Registry, at now: Date
    ) throws -> OrderDomains {
        guard !names.isEmpty else { return try valueAlone(wish, for: order, registry, at: now) }
        if !wish.method.coversSubdomains, let name = names.first(where: { $0.hasPrefix("*.") }) {
            throw Refusal.invalid(
                "dcv_method", "is \(wish.method.rawValue), which proves no wildcard such as \(name)"
            )
        }
        if wish.method == .httpDynamic, order.product.validation == .dv {
            throw Refusal.invalid(
                "dcv_method", "is http-token-dynamic, which DV products do not take")
        }
        let unique = names.map(\.host).withoutRepetitions
        let hosts = wish.isExact ? unique : Self.topmost(unique)
        let candidates = wish.isExact ? hosts : Set(hosts.flatMap(\.domainAndParents)).sorted()
        let known = try domains(named: candidates, of: order.accountID)
        let token = try sharedToken(known, of: order, registry, at: now)
        let awaited = DomainControl(
            method: wish.method, token: wish.method.usesToken ? token : nil, submittedAt: now,
            proof: nil)
        var found: [Domain] = []
        for host in hosts
        where wish.isExact || !found.contains(where: { Domain.isBelow(host, $0.name) }) {
            let above = known.filter { wish.isExact ? $0.name == host : true }
            found.append(try domain(for: host, among: above, awaited: awaited, order, at: now))
        }
        try save(OrderControl(method: wish.method, token: awaited.token), of: order.id)
        try setDomains(found.map(\.id), of: order.id)
        if registry.steps == .people {
            for domain in found { try seek(domain, wish, about: order.id, registry, at: now) }
        }
        return OrderDomains(domains: found, randomValue: awaited.token?.value)
    }

    /// Clients of DV look for the value that they asked for, also where all is proved.
    private func valueAlone(
        _ wish: ControlWish, for order: Order, _ registry: Registry, at now: Date
    ) throws -> OrderDomains {
        guard order.product.validation == .dv, wish.method.usesToken else { return .none }
        let token = try sharedToken([], of: order, registry, at: now)
        try save(OrderControl(method: wish.method, token: token), of: order.id)
        return OrderDomains(domains: [], randomValue: token.value)
    }

    /// The value that the order, or else a domain of it, has already; or else a new one.
    private func sharedToken(
        _ known: [Domain], of order: Order, _ registry: Registry, at now: Date
    ) throws -> DomainControl.Token {
        let old = try [control(of: order.id)?.token] + known.map(\.control.token)
        return old.compactMap(\.self).first { $0.value(at: now) != nil }
            ?? DomainControl.Token(
                value: registry.tokens.controlToken(), expiresAt: DomainControl.Token.end(from: now)
            )
    }

    /// The nearest domain at or above the host, asked for proof again, or a new one.
    private func domain(
        for host: String, among known: [Domain], awaited: DomainControl, _ order: Order,
        at now: Date
    ) throws -> Domain {
        let above = known.filter { Domain.isBelow(host, $0.name) }
        guard var domain = above.max(by: { $0.name.count < $1.name.count }) else {
            let id = try insert(
                NewDomain(
                    accountID: order.accountID, containerID: order.containerID,
                    organizationID: order.organizationID, name: host, createdAt: now,
                    validationTypes: [order.product.validation], control: awaited))
            return try self.domain(id)!
        }
        if awaited.method.usesToken {
            domain.control.method = awaited.method
            if domain.control.token?.value(at: now) == nil { domain.control.token = awaited.token }
            domain.control.submittedAt = now
            try save(domain.control, of: domain.id)
        }
        return domain
    }

    /// Begins what may bring the proof.
    func seek(
        _ domain: Domain, _ wish: ControlWish, about order: ID<Order>?, _ registry: Registry,
        at now: Date
    ) throws {
        guard !wish.method.usesToken else { return try startCheck(of: domain.id, at: now) }
        let chosen = wish.mailboxes.filter { Domain.isBelow($0.name, domain.name) }.map(\.email)
        let invited = try invitations(to: domain.id).filter { $0.expiresAt > now }.map(\.email)
        let mailboxes = chosen.isEmpty ? ControlInvitation.mailboxes(at: domain.name) : chosen
        try invite(
            mailboxes.filter { !invited.contains($0) }, to: domain, about: order, registry, at: now)
    }

    /// Without those that lie below another one of them.
    private static func topmost(_ hosts: [String]) -> [String] {
        hosts.filter { host in
            !hosts.contains { $0 != host && Domain.isBelow(host, $0) }
        }
    }
}
