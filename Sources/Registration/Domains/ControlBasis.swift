import DomainControl
import Foundation
import OrderCore
import Storage

/// What is asked of the world about an order's names.
struct ControlBasis: Sendable {
    let order: Order
    let certificate: Certificate
    let method: ControlMethod
    /// All that are asked about, proved or not.
    let names: [String]
    let unprovedNames: [String]
    let questions: [DomainQuestion]
}

struct DomainQuestion: Sendable {
    let domainID: ID<Domain>
    let question: ControlQuestion
}

struct DomainFinding: Sendable {
    let domainID: ID<Domain>
    let finding: ControlFinding
}

extension Transaction {
    func controlBasis(
        of order: Order, names: [String], at now: Date
    ) throws -> ControlBasis {
        let waiting = try certificates(of: order.id).last { $0.state == .pending }
        let certificate = try waiting ?? primaryCertificate(of: order)
        let wanted = Set(names.map { $0.lowercased() })
        let all = order.product.needsDomainControl ? certificate.content.allNames : []
        if let stranger = wanted.subtracting(all).sorted().first {
            throw Refusal.invalid(
                "dns_names_validations", "has \(stranger.quoted), which is no name of the order")
        }
        let unproved = try unprovedNames(all, account: order.accountID, at: now)
        let chosen = all.filter { wanted.isEmpty || wanted.contains($0) }
        let control = try control(of: order.id)
        let domains = try domains(of: order.id).filter { domain in
            unproved.contains { chosen.contains($0) && Domain.isBelow($0, domain.name) }
        }
        let method = control?.method ?? .dnsTXT
        return ControlBasis(
            order: order, certificate: certificate, method: method, names: chosen,
            unprovedNames: unproved,
            questions: try domains.map { try question(about: $0, by: method, at: now) })
    }

    /// The values of the domain and of all orders that wait for it are as good as each other.
    func question(
        about domain: Domain, by method: ControlMethod, at now: Date
    ) throws -> DomainQuestion {
        let own = domain.control.token?.value(at: now)
        let values = [own].compactMap(\.self) + (try orderValues(for: domain.id, at: now))
        return DomainQuestion(
            domainID: domain.id,
            question: ControlQuestion(
                name: domain.name, method: method, values: values.withoutRepetitions))
    }
}

extension Registry {
    /// Asks the world, outside any transaction. A sandbox asks nobody.
    func check(_ questions: [DomainQuestion]) async -> [DomainFinding] {
        guard steps == .people else {
            return questions.map { DomainFinding(domainID: $0.domainID, finding: .shown) }
        }
        let control = control
        return await questions.askedSideBySide {
            DomainFinding(domainID: $0.domainID, finding: await control.check($0.question))
        }
    }
}
