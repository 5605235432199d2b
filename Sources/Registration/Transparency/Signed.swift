import Foundation
import Issuance
import OrderCore
import Storage

/// What was signed for a certificate that may be issued; not recorded yet.
enum Signed: Sendable {
    case certificate(Certificate.Issuance)
    /// The certificate follows when logs have seen this.
    case precertificate(SignedPrecertificate)

    var issuance: Certificate.Issuance? {
        switch self {
        case .certificate(let issuance): issuance
        case .precertificate: nil
        }
    }
}

struct SignedPrecertificate: Sendable {
    let issuerID: ID<CACertificate>
    let certificate: SignedCertificate
    let crlPartitionID: ID<CRLPartition>?
    let at: Date
}

extension Transaction {
    /// Writes down what was signed. Returns what is left to do with logs, claimed by the caller.
    func record(
        _ signed: Signed, in placed: inout Placed, orderEnd: Date
    ) throws -> LogSubmission? {
        switch signed {
        case .certificate(let issuance):
            try record(issuance, in: &placed, orderEnd: orderEnd)
            try requireIssuing(issuance.issuerID)
            return nil
        case .precertificate(let signed):
            // Another worker goes on with it.
            try finishIssuance(of: placed.certificate.id)
            return try keep(signed, for: placed.certificate.id, orderEnd: orderEnd)
        }
    }

    /// Writes down what logs are to see.
    func keep(
        _ signed: SignedPrecertificate, for certificate: ID<Certificate>, orderEnd: Date
    ) throws -> LogSubmission {
        let id = try insert(
            NewPrecertificate(
                certificateID: certificate, issuerID: signed.issuerID,
                serial: signed.certificate.serial.magnitude,
                der: signed.certificate.der, crlPartitionID: signed.crlPartitionID,
                orderEnd: orderEnd, createdAt: signed.at))
        try requireIssuing(signed.issuerID)
        return try insertSubmission(of: id, at: signed.at)
    }
}

extension Product {
    /// Whether its certificates are shown to public logs: those that browsers take for themselves.
    var isLogged: Bool { family == .tls && !isPrivate }
}
