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
        self.init(
            reason: try Revocation.Reason(body.revocationReason),
            comments: body.comments ?? body.comment,
            approval: body.skipApproval == true ? .skip : .ask)
    }
}

extension Revocation.Reason {
    init(_ reason: Open<RevocationReason>?) throws {
        switch reason {
        case nil: self = .unspecified
        case .known(let known): self = Self(rawValue: known.rawValue) ?? .unspecified
        case .other(let text):
            guard let spelt = Self.spelt(text) else {
                let all = Self.allCases.map(\.rawValue).joined(separator: ", ")
                throw Refusal.invalid(
                    "revocation_reason", "is \(text.quoted), has to be one of \(all)")
            }
            self = spelt
        }
    }

    /// Some clients write `key_compromise`, and one `affiliation_change`.
    private static func spelt(_ text: String) -> Self? {
        let letters = text.lowercased().filter(\.isLetter)
        return letters == "affiliationchange"
            ? .affiliationChanged : allCases.first { $0.rawValue.lowercased() == letters }
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
