import APIModels
import OrderCore
import Registration
import Web

struct RevocationRoutes: Sendable {
    let desks: Desks

    func order(_ call: Call<RevokeCertificate>) async throws -> RequestReceipt? {
        let pending = try await desks.revocations.revokeOrder(
            try call.id("order_id", of: .order), RevocationWish(call.body), for: call.caller)
        return pending.map(RequestReceipt.init)
    }

    func certificate(_ call: Call<RevokeCertificate>) async throws -> RequestReceipt? {
        guard let reference = RevocationDesk.CertificateReference(call.text("identifier")) else {
            throw Refusal.notFound(.certificate)
        }
        let pending = try await desks.revocations.revokeCertificate(
            reference, RevocationWish(call.body), for: call.caller)
        return pending.map(RequestReceipt.init)
    }
}

extension RevocationWish {
    /// The reason stands in `revocation_reason`; a `reason`, which one client sends, is not read.
    init(_ body: RevokeCertificate) {
        self.init(
            stated: Reason(body.revocationReason), comments: body.comments ?? body.comment,
            approval: body.skipApproval == true ? .skip : .ask)
    }
}

extension RevocationWish.Reason {
    init(_ reason: Open<RevocationReason>?) {
        switch reason {
        case nil: self = .known(.unspecified)
        case .known(let known): self = .known(.init(rawValue: known.rawValue) ?? .unspecified)
        case .other(let text): self = Self.spelt(text).map { .known($0) } ?? .unknown(text)
        }
    }

    /// Some clients write `key_compromise`, and one `affiliation_change`.
    private static func spelt(_ text: String) -> Revocation.Reason? {
        let letters = text.lowercased().filter(\.isLetter)
        if letters == "affiliationchange" { return .affiliationChanged }
        return Revocation.Reason.allCases.first { $0.rawValue.lowercased() == letters }
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
