import APIModels
import Foundation
import OrderCore
import Registration
import Web

/// Control over a domain by itself, apart from any order.
struct DomainControlRoutes: Sendable {
    let desks: Desks

    func changeMethod(_ call: Call<ChangeDomainMethod>) async throws -> DomainControlReceipt {
        guard let given = call.body.dcvMethod else { throw Refusal.required("dcv_method") }
        let domain = try await desks.domains.setMethod(
            try ControlMethod(given, path: "dcv_method"), of: call.domain,
            mail: call.body.sendsEmail == false ? .none : .send(call.body.emails ?? []),
            for: call.caller)
        return DomainControlReceipt(changed: domain, now: desks.domains.now)
    }

    func check(_ call: Call<NoBody>) async throws -> CheckOutcome {
        let domain = try await desks.domains.check(call.domain, for: call.caller)
        return CheckOutcome(token: domain.control.token?.value, status: .known(.active))
    }

    func makeToken(_ call: Call<NoBody>) async throws -> DomainToken {
        let now = desks.domains.now
        return DomainToken(
            try await desks.domains.newToken(
                of: call.domain, for: call.caller,
                keeping: call.keeping { DomainToken($0, now: now) }), now: now)
    }

    func emails(_ call: Call<NoBody>) async throws -> ValidationEmails {
        ValidationEmails(
            try await desks.domains.domain(call.text("domain_id"), for: call.caller))
    }

    func resend(_ call: Call<ResendDomainEmails>) async throws {
        try await desks.domains.resend(
            call.domain, to: call.body.emails ?? [], for: call.caller)
    }

    func submit(_ call: Call<SubmitDomain>) async throws -> DomainControlReceipt {
        let body = call.body
        guard let types = body.validations, !types.isEmpty else {
            throw Refusal.required("validations")
        }
        let now = desks.domains.now
        let domain = try await desks.domains.submit(
            call.domain,
            types: try types.compactMap {
                try OrderCore.ValidationType(submitted: $0.type, path: "validations.type")
            },
            method: try body.dcvMethod.map { try ControlMethod($0, path: "dcv_method") },
            mail: .send(body.emails ?? []), for: call.caller,
            keeping: call.keeping { DomainControlReceipt(asked: $0, now: now) })
        return DomainControlReceipt(asked: domain, now: now)
    }

    func validations(_ call: Call<NoBody>) async throws -> DomainValidations {
        let file = try await desks.domains.file(call.domain, for: call.caller)
        return DomainValidations(validations: file.validations(at: desks.domains.now))
    }

    func activate(_ call: Call<NoBody>) async throws {
        try await desks.domains.setActive(true, call.domain, for: call.caller)
    }

    func deactivate(_ call: Call<NoBody>) async throws {
        try await desks.domains.setActive(false, call.domain, for: call.caller)
    }

    func delete(_ call: Call<NoBody>) async throws {
        try await desks.domains.delete(call.domain, for: call.caller)
    }
}

extension Call {
    /// The domain that the path names.
    fileprivate var domain: ID<Domain> {
        get throws { try id("domain_id", of: .domain) }
    }
}

extension DomainControlReceipt {
    /// Without the id, and with nothing where nothing changed.
    init(changed domain: Domain?, now: Date) {
        guard let domain else {
            self.init()
            return
        }
        self.init(domain, now: now)
        id = nil
    }

    init(asked: AskedDomain, now: Date) {
        self.init(asked.domain, now: now)
        if validationEmails != nil { validationEmails = ValidationEmails(asked) }
    }

    init(_ domain: Domain, now: Date) {
        self.init(
            id: domain.id.wire,
            dcvToken: domain.control.token.map { DCVToken($0, of: domain, now: now) },
            validationEmails: domain.control.method == .email ? ValidationEmails(domain) : nil)
    }
}

extension DomainToken {
    /// A desk that makes a value returns a domain that has one.
    init(_ domain: Domain, now: Date) {
        let token = domain.control.token.map { DCVToken($0, of: domain, now: now) }
        self.init(
            token: token?.token ?? "", expirationDate: token?.expirationDate ?? Timestamp(now),
            httpTokenURL: token?.httpTokenURL, verificationValue: token?.verificationValue)
    }
}
