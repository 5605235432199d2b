import APIModels
import OrderCore
import Registration
import Web

/// Control over a domain in the forms that the original had first; old clients still use them.
struct OldDomainRoutes: Sendable {
    let desks: Desks

    func setMethod(_ call: Call<SetDomainMethod>) async throws -> DomainControlReceipt {
        let now = desks.domains.now
        let domain = try await desks.domains.setMethod(
            try call.body.controlMethod, of: try call.id("domain_id", of: .domain),
            mail: .send([]), for: call.caller,
            keeping: call.keeping { DomainControlReceipt(changed: $0, now: now) })
        return DomainControlReceipt(changed: domain, now: now)
    }

    func mail(_ call: Call<ResendDomainEmails>) async throws {
        try await desks.domains.resend(
            try call.id("domain_id", of: .domain), to: call.body.emails ?? [], for: call.caller,
            keeping: call.keepingNothing())
    }

    /// What is chosen of mailboxes is not read: all that may decide are asked.
    func start(_ call: Call<SetDomainMethod>) async throws -> DomainControlStart {
        let now = desks.domains.now
        let asked = try await desks.domains.submit(
            try call.id("domain_id", of: .domain), types: [], method: try call.body.controlMethod,
            mail: .send([]), for: call.caller,
            keeping: call.keeping { DomainControlStart(status: .known($0.domain.status(at: now))) })
        return DomainControlStart(status: .known(asked.domain.status(at: now)))
    }
}

extension SetDomainMethod {
    fileprivate var controlMethod: ControlMethod {
        get throws {
            guard let given = method ?? dcvMethod else { throw Refusal.required("method") }
            return try ControlMethod(given, path: "method")
        }
    }
}
