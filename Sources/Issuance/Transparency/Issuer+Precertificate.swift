import X509

extension Issuer {
    /// Signs a precertificate (RFC 6962 section 3.1): all that the certificate will say, with the
    /// poison where the timestamps will stand.
    package func precertify(
        _ draft: CertificateDraft, listedAt list: String? = nil
    ) async throws -> SignedCertificate {
        let pointers = pointers.listed(at: list).shown(by: draft.profile.pointers)
        var body = try body(of: draft, pointingTo: pointers)
        try body.extensions.append(.precertificatePoison)
        return try await sign(
            body, as: .endEntity(draft.profile), pointingTo: pointers, over: draft.hash)
    }

    /// Makes the certificate of a precertificate: the same octets, but for the timestamps in the
    /// place of the poison. Which timestamps, has to be settled before: of one precertificate no
    /// two bodies may be signed.
    package func complete(
        _ precertificate: SignedCertificate, with timestamps: TimestampList
    ) async throws -> SignedCertificate {
        guard let hash = precertificate.signatureHash, precertificate.isSigned(by: certificate)
        else { throw PrecertificateProblem.foreign }
        let layout = try CertificateLayout(der: precertificate.der)
        guard layout.count(of: CertificateLayout.poisonOID) == 1,
            layout.count(of: CertificateLayout.timestampsOID) == 0
        else { throw PrecertificateProblem.notOne }
        let body = layout.body(
            replacing: CertificateLayout.poisonOID, with: timestamps.extensionOctets)
        let gate = LintGate(LintPlace(issuer: facts, role: .completed, pointers: pointers))
        try gate.pass(body, layout.algorithm)
        let signature = try await signingKey.signature(of: body, over: hash)
        var writer = DERWriter(reserving: body.count + signature.count + 64)
        writer.append(DERWriter.Tag.sequence) { whole in
            whole.append(whole: body)
            whole.append(whole: layout.algorithm)
            whole.append(bits: signature)
        }
        let certificate = try SignedCertificate(der: writer.octets)
        try gate.check(certificate, by: signingKey.publicKey)
        try check(certificate, madeOf: precertificate, with: timestamps)
        return certificate
    }

    /// Looks at what was made, as others will.
    private func check(
        _ made: SignedCertificate, madeOf precertificate: SignedCertificate,
        with timestamps: TimestampList
    ) throws {
        guard made.timestamps == timestamps.timestamps, !made.isPrecertificate,
            try LoggedEntry(of: made, by: certificate)
                == LoggedEntry(of: precertificate, by: certificate)
        else { throw PrecertificateProblem.differs }
    }
}

/// Why no certificate is made of a precertificate.
package enum PrecertificateProblem: Error, Hashable, Sendable {
    case notOne
    /// It is another issuer's.
    case foreign
    /// What was signed does not say what was logged.
    case differs
}
