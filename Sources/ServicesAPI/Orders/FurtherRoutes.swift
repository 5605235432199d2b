import APIModels
import OrderCore
import Registration
import Storage
import Web

/// Reissues and duplicates: asked for, and listed.
struct FurtherRoutes: Sendable {
    let desks: Desks

    func reissue(_ call: Call<ReissueCertificate>) async throws -> OrderReceipt {
        let body = call.body
        return try await request(
            call, certificate: body.certificate,
            approval: desks.registry.approval(skips: body.skipApproval),
            comments: body.comments,
            filing: body.storeReissueAsDuplicate == true ? .reissueBeside : .reissue,
            control: ControlWish(
                method: try ControlMethod(body.dcvMethod, path: "dcv_method"),
                extent: try .init(body.certificateDCVScope)),
            key: KeyChoice(
                bareKeys: .taken, method: body.csProvisioningMethod, address: body.shippingAddress))
    }

    func duplicate(_ call: Call<DuplicateCertificate>) async throws -> OrderReceipt {
        let body = call.body
        return try await request(
            call, certificate: body.certificate,
            approval: desks.registry.approval(skips: body.skipApproval),
            comments: body.comments,
            filing: .duplicate, control: ControlWish(method: .email), key: KeyChoice())
    }

    private func request(
        _ call: Call<some Sendable>, certificate: RequestedCertificate?, approval: ApprovalWish,
        comments: String?, filing: FurtherWish.Filing, control: ControlWish, key: KeyChoice
    ) async throws -> OrderReceipt {
        let id: ID<Order> = try call.id("order_id", of: .order)
        let ordered = try await desks.further.ordered(id, for: call.caller)
        guard let certificate else { throw Refusal.required("certificate") }
        try await desks.registry.noticeIssuer(certificate.caCertificateID)
        let text = try CertificateWish.Text(certificate, now: desks.orders.now)
        var provisioning: Provisioning?
        if ordered.product.family.isProvisioned, key.method != nil {
            provisioning = try Provisioning(
                key.method, key.address, hasCSR: (text.csr ?? ordered.content.csr) != nil,
                registry: desks.registry)
        }
        let old =
            provisioning?.method.isToken == true ? ordered.content.withoutKey : ordered.content
        let wish = FurtherWish(
            certificate: try CertificateWish(
                text, product: ordered.product, authority: desks.registry.authority,
                replacing: old, bareKeys: key.bareKeys),
            approval: approval, comments: comments, filing: filing, control: control,
            provisioning: provisioning)
        return OrderReceipt(
            try await desks.further.request(
                wish, on: id, for: call.caller, keeping: call.keeping(OrderReceipt.init)))
    }

    func reissues(_ call: Call<NoBody>) async throws -> ReissueList {
        let now = desks.orders.now
        let entries = try await desks.further.reissues(
            of: try call.id("order_id", of: .order), archived: try Self.archived(call),
            for: call.caller)
        return ReissueList(certificates: entries.map { Reissue($0, now: now) })
    }

    func duplicates(_ call: Call<NoBody>) async throws -> DuplicateList {
        let now = desks.orders.now
        let roster = desks.registry.authority.roster
        let entries = try await desks.further.duplicates(
            of: try call.id("order_id", of: .order), archived: try Self.archived(call),
            for: call.caller)
        return DuplicateList(
            certificates: entries.map { Duplicate($0, now: now, defaultIssuer: roster.defaultID) })
    }

    private static func archived(_ call: Call<NoBody>) throws -> ArchivedEntries {
        try call.query.flag("show_archived") ? .shown : .hidden
    }
}

/// How the key of a further certificate may come.
private struct KeyChoice {
    var bareKeys = CertificateWish.BareKeys.refused
    var method: Open<ProvisioningMethod>?
    var address: ShippingAddress?
}
