import APIModels
import OrderCore
import Registration
import Web

/// Control over the names of an order: looked for, changed, asked for again.
struct ControlRoutes: Sendable {
    let desks: Desks

    func check(_ call: Call<CheckControl>) async throws -> ControlResult {
        let names = call.body.dnsNamesValidations ?? call.body.dnsNameValidations ?? []
        let outcome = try await desks.control.check(
            call.order, names: names.compactMap(\.dnsName), for: call.caller)
        return ControlResult(
            orderStatus: Open(outcome.order.status(at: desks.orders.now).name),
            certificateID: outcome.certificateID.wire, dcvStatus: "valid",
            dnsNameValidations: outcome.names.map {
                CheckedName(dnsName: $0, status: .known(.approved))
            })
    }

    func changeMethod(_ call: Call<ChangeControlMethod>) async throws -> ControlValue? {
        guard let given = call.body.dcvMethod else { throw Refusal.required("dcv_method") }
        let method = try ControlMethod(given, path: "dcv_method")
        let token = try await desks.control.setMethod(method, of: call.order, for: call.caller)
        return token.map(ControlValue.init)
    }

    func renewValue(_ call: Call<NoBody>) async throws -> ControlValue {
        ControlValue(try await desks.control.token(of: call.order, for: call.caller))
    }

    func resend(_ call: Call<ResendControlEmails>) async throws {
        let mailboxes = try (call.body.domainApprovalEmails ?? []).map {
            try ControlWish.Mailbox(
                name: $0.domain, email: $0.email, domain: $0.emailDomain,
                path: "domain_approval_emails", nameMember: "domain")
        }
        try await desks.control.resend(mailboxes, of: call.order, for: call.caller)
    }

    func resendApproval(_ call: Call<ResendOrderApproval>) async throws {
        guard let emails = call.body.emails, !emails.isEmpty else {
            throw Refusal.required("emails")
        }
        try await desks.control.resendApproval(of: call.order, to: emails, for: call.caller)
    }

    func approve(_ call: Call<NoBody>) async throws -> CheckOutcome {
        _ = try await desks.invitations.approve(call.text("token"))
        return CheckOutcome(status: .known(.active))
    }
}

extension ControlValue {
    init(_ token: OrderCore.DomainControl.Token) {
        self.init(dcvRandomValue: token.value, expirationDate: Timestamp(token.expiresAt))
    }
}
