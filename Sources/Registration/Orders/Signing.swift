import Foundation
import Issuance
import OrderCore
import Storage

/// A certificate of a stored order, signed where nothing was outstanding. Not recorded yet.
struct SignedWish: Sendable {
    let certificate: Certificate
    let readiness: Readiness
    let signed: Signed?
    let orderEnd: Date
}

extension SignedWish {
    /// What waits is written alone; so is the end of a reissue, which wakes what waited for it.
    var company: Registry.Company {
        let isLone =
            signed?.issuance == nil || !readiness.isReady || certificate.kind == .reissue
        return isLone ? .nobody : .others
    }
}

extension Registry {
    /// Signs a stored certificate if its key is there and all about it is proved.
    ///
    /// - Parameter key: a key that has just come and is not stored yet.
    func signIfReady(
        _ id: ID<Certificate>, order: Order, key: OfferedKey? = nil, at now: Date
    ) async throws -> SignedWish {
        let (certificate, organization, logo, readiness, primary) = try await database.read { tx in
            guard var certificate = try tx.certificate(id), certificate.state == .pending else {
                throw StorageProblem.changedMeanwhile
            }
            if let key {
                certificate.content = certificate.content.with(
                    csr: key.pem, keySizeBits: key.key.sizeBits)
            }
            let organization = try order.organizationID.flatMap { try tx.organization($0) }
            let logo = try tx.logo(of: order)
            let question = ReadinessQuestion(
                content: certificate.content, product: order.product, organization: organization,
                accountID: order.accountID, orderID: order.id, hasLogo: logo != nil)
            var primary: Certificate?
            if case .duplicate = certificate.kind {
                primary = try tx.primaryCertificate(of: order)
            }
            return (certificate, organization, logo, try tx.readiness(question, at: now), primary)
        }
        let orderEnd = order.span(at: now).upperBound
        guard readiness.isReady(under: steps) else {
            return SignedWish(
                certificate: certificate, readiness: readiness, signed: nil, orderEnd: orderEnd)
        }
        let decision = try decideIssue(
            of: certificate.content, product: order.product, settings: order.settings,
            span: order.span(of: certificate.content, beside: primary, at: now), at: now)
        let given = try key ?? certificate.content.csr.map(Self.storedKey)
        // It may have been lost since it was ordered.
        try await database.read { try $0.refuseCompromised(given?.key) }
        let signed = try await sign(
            decision, key: given, organization: organization, logo: logo)
        return SignedWish(
            certificate: certificate, readiness: readiness, signed: signed, orderEnd: orderEnd)
    }

    /// Has a certificate signed for the key that was offered, or for one that nobody keeps.
    func sign(
        _ decision: IssueDecision, key offered: OfferedKey?, organization: Organization?,
        logo: Logo? = nil
    ) async throws -> Signed {
        try await refuseForbidden(decision)
        return try await authority.sign(
            decision, key: try offered?.key ?? tokens.unusedKey(), organization: organization,
            logotype: logo?.logotype, place: try await crlPlace(for: decision.issuerID))
    }

    private static func storedKey(_ csr: String) throws -> OfferedKey {
        do {
            return try OfferedKey(csr)
        } catch {
            throw Refusal(error)
        }
    }
}

extension Transaction {
    /// An approved certificate that cannot be issued yet: writes down what it waits for.
    ///
    /// Where only the key is missing there is nothing for a worker to look at.
    func leaveWaiting(_ placed: inout Placed, _ readiness: Readiness, at now: Date) throws {
        if readiness.lacksKey, placed.order.state == .pending {
            let waits: OrderMove? =
                placed.order.product.asksForCSR
                ? .awaitCSR : readiness.isValidated ? .awaitPickup : nil
            if let waits {
                try placed.order.ruled(waits)
                try save(placed.order, primary: placed.certificate, at: now)
                placed.order.version += 1
                return try finishIssuance(of: placed.certificate.id)
            }
        }
        if readiness.lacksKey, readiness.isValidated, placed.order.state == .reissuePending {
            return try finishIssuance(of: placed.certificate.id)
        }
        try enqueueIssuance(of: placed.certificate.id, due: now)
    }
}

extension Transaction {
    /// The logo of an order, where its product has one.
    func logo(of order: Order) throws -> Logo? {
        guard order.product.family.isMark, let record = try logo(of: order.id) else { return nil }
        do {
            return try Logo(svg: record.svg)
        } catch {
            throw Refusal(error, path: "vmc.logo")
        }
    }
}

extension Product {
    /// Whether a key that is missing is asked for at once; others are fetched with a token or a
    /// browser when all else is done.
    fileprivate var asksForCSR: Bool { family.certifiesMailboxes && family != .client }
}
