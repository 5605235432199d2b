import APIModels
import OrderCore
import Registration
import Web

struct RevocationRoutes: Sendable {
    let desks: Desks

    func order(_ call: Call<RevokeCertificate>) async throws -> RequestReceipt? {
        let pending = try await desks.revocations.revokeOrder(
            try call.id("order_id", of: .order), try RevocationWish(call.body), for: call.caller)
        return pending.map(RequestReceipt.init)
    }

    func certificate(_ call: Call<RevokeCertificate>) async throws -> RequestReceipt? {
        guard let reference = RevocationDesk.CertificateReference(call.text("identifier")) else {
            throw Refusal.notFound(.certificate)
        }
        let pending = try await desks.revocations.revokeCertificate(
            reference, try RevocationWish(call.body), for: call.caller)
        return pending.map(RequestReceipt.init)
    }
}

extension RevocationWish {
    /// The reason stands in `revocation_reason`; a `reason`, which one client sends, is not read.
    init(_ body: RevokeCertificate) throws {
        let reason: Revocation.Reason =
            switch body.revocationReason {
            case nil: .unspecified
            case .known(let known): Revocation.Reason(rawValue: known.rawValue) ?? .unspecified
            case .other(let text):
                let all = Revocation.Reason.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal.invalid(
                    "revocation_reason", "is \(text.quoted), one of \(all)")
            }
        self.init(
            reason: reason, comments: body.comments ?? body.comment,
            approval: body.skipApproval == true ? .skip : .ask)
    }
}

extension RequestReceipt {
    /// Says `submitted`, which one client insists on and the others do not look at; the request
    /// itself is pending, so that approvers find it in their list.
    init(_ pending: PendingRevocation) {
        let request = pending.request
        self.init(
            id: request.id.wire, date: Timestamp(request.createdAt),
            type: Open(request.subject.kind.rawValue), status: .known(.submitted),
            requester: Person(pending.requester), comments: request.comments)
    }
}
