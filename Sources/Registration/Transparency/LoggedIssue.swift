import Foundation
import Issuance
import OrderCore
import Storage
import Transparency

/// The way from a precertificate to its certificate.
///
/// The precertificate is in the database before any log sees it, and so are the timestamps before
/// the certificate is signed over them: whoever goes on after a crash, or beside another, makes the
/// same certificate or none. No transaction is open while logs are asked.
extension Registry {
    /// Asks the logs, and issues. Where that fails, it is put back to be tried again.
    ///
    /// - Parameters:
    ///   - wakesAll: whether logs that failed a moment ago are asked as well.
    ///   - also: done in the transaction that records the certificate.
    /// - Returns: the order with its certificate; nil where nothing is waiting any more.
    func issueLogged(
        _ submission: LogSubmission, within limit: Duration, wakesAll: Bool = false,
        _ also: @escaping @Sendable (Placed, any Transaction) throws -> Void = { _, _ in }
    ) async throws -> Placed? {
        do {
            return try await retryingConflicts {
                let id = submission.precertificateID
                guard let waiting = try await settle(id, within: limit, wakesAll: wakesAll)
                else { return nil }
                return try await complete(waiting, also)
            }
        } catch {
            try await putBack(submission, after: error)
            throw error
        }
    }

    /// What somebody waits for: whatever goes wrong now, a worker does later.
    func issueLogged<Outcome: Sendable>(
        _ submission: LogSubmission?, else pending: Outcome,
        _ outcome: @escaping @Sendable (Placed) throws -> Outcome,
        keeping keepsake: Keepsake<Outcome>
    ) async -> Outcome {
        guard let submission, let logs else { return pending }
        do {
            let placed = try await issueLogged(submission, within: logs.patience) { placed, tx in
                try keepsake.keepAgain(try outcome(placed), in: tx)
            }
            return try placed.map(outcome) ?? pending
        } catch {
            return pending
        }
    }

    func issueLogged(_ submission: LogSubmission?) async {
        await issueLogged(submission, else: (), { _ in }, keeping: .none)
    }

    /// A precertificate with what it stands for, as far as it is still wanted.
    private struct Waiting {
        let precertificate: Precertificate
        let order: Order
        let certificate: Certificate
        let request: Request
    }

    private func waiting(_ id: ID<Precertificate>) async throws -> Waiting? {
        let found = try await database.read {
            tx -> (Precertificate, Certificate, Order, Request?, Bool)? in
            guard let precertificate = try tx.precertificate(id),
                precertificate.state == .waiting,
                let certificate = try tx.certificate(precertificate.certificateID),
                let order = try tx.order(certificate.orderID)
            else { return nil }
            let request =
                certificate.state == .pending ? try tx.approvedRequest(for: certificate) : nil
            let isVoid = try tx.isRevoked(issuer: precertificate.issuerID)
            return (precertificate, certificate, order, request, isVoid)
        }
        guard let (precertificate, certificate, order, request, isVoid) = found else { return nil }
        let isLogged = logs != nil && !order.settings.disableCT
        guard let request, !isVoid, isLogged || precertificate.timestamps != nil else {
            try await abandon(precertificate, isWanted: request != nil)
            return nil
        }
        return Waiting(
            precertificate: precertificate, order: order, certificate: certificate,
            request: request)
    }

    /// The serial number of an abandoned precertificate is no certificate's. One that is still
    /// wanted, without logs or by another issuer, is issued anew.
    private func abandon(_ precertificate: Precertificate, isWanted: Bool) async throws {
        let now = clock.now
        try await database.write { tx in
            try tx.end(precertificate.id, as: .abandoned)
            if isWanted { try tx.enqueueIssuance(of: precertificate.certificateID, due: now) }
        }
    }

    /// The precertificate with timestamps that stay as they are.
    private func settle(
        _ id: ID<Precertificate>, within limit: Duration, wakesAll: Bool
    ) async throws -> Waiting? {
        guard let waiting = try await waiting(id) else { return nil }
        guard waiting.precertificate.timestamps == nil, let logs else { return waiting }
        let precertificate = waiting.precertificate
        let timestamps = try await logs.timestamps(
            for: try SignedCertificate(der: precertificate.der),
            under: authority.roster.path(from: precertificate.issuerID), within: limit,
            at: clock.now, wakesAll: wakesAll)
        try await database.writeGuarded { tx in
            try tx.settle(timestamps.octets, of: precertificate.id)
        }
        return try await self.waiting(id)
    }

    private func complete(
        _ waiting: Waiting, _ also: @escaping @Sendable (Placed, any Transaction) throws -> Void
    ) async throws -> Placed {
        let now = clock.now
        let issuance = try await authority.complete(waiting.precertificate, at: now)
        let (order, certificate) = (waiting.order, waiting.certificate)
        let (precertificate, request) = (waiting.precertificate, waiting.request)
        // The end of a reissue wakes what waited for it.
        let isLone = certificate.kind == .reissue
        return try await record(beside: isLone ? .nobody : .others) { tx in
            var placed = Placed(order: order, certificate: certificate, request: request)
            try tx.end(precertificate.id, as: .issued)
            try tx.record(issuance, in: &placed, orderEnd: precertificate.orderEnd)
            try tx.requireUnrevoked(issuance.issuerID)
            try also(placed, tx)
            return placed
        }
    }

    private func putBack(_ submission: LogSubmission, after error: any Error) async throws {
        let usual = clock.now.addingTimeInterval(
            LogSubmission.retryDelaySeconds(after: submission.attempts))
        let due = (error as? LogOutage)?.retryAt.map { max($0, usual) } ?? usual
        let failure = (error as? LogOutage)?.description ?? (error as? Refusal)?.message
        try await database.write { tx in
            try tx.release(submission, due: due, failure: failure ?? "\(type(of: error))")
        }
    }
}

extension Registry {
    /// What the client is told, once logs have answered or have taken too long.
    func placement(
        _ placement: Placement, after submission: LogSubmission?,
        keeping keepsake: Keepsake<Placement>
    ) async -> Placement {
        await issueLogged(
            submission, else: placement,
            { placed in
                Placement(
                    placed, domains: placement.domains,
                    chain: try authority.chain(of: placed.certificate.issuance))
            }, keeping: keepsake)
    }
}

extension CertificateAuthority {
    /// The certificate of a precertificate whose timestamps are settled.
    fileprivate func complete(
        _ precertificate: Precertificate, at now: Date
    ) async throws -> Certificate.Issuance {
        guard let timestamps = precertificate.timestamps else {
            throw StorageProblem.changedMeanwhile
        }
        let signed = try await requiredSigner(of: precertificate.issuerID).complete(
            try SignedCertificate(der: precertificate.der),
            with: try TimestampList(octets: timestamps))
        return Certificate.Issuance(
            signed, by: precertificate.issuerID, at: now, listedIn: precertificate.crlPartitionID)
    }
}
