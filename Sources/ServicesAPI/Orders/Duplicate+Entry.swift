import APIModels
import Foundation
import Issuance
import OrderCore
import Registration
import Storage

extension Duplicate {
    init(_ entry: CertificateEntry, now: Date, defaultIssuer: ID<CACertificate>) {
        let certificate = entry.certificate
        let content = certificate.content
        let issuance = certificate.issuance
        self.init(
            id: certificate.id.wire, thumbprint: issuance?.thumbprint.hexadecimal,
            serialNumber: issuance?.serial.hexadecimal, commonName: content.commonName,
            dnsNames: content.listedNames.presence,
            // `approved` is this list's word for issued.
            status: .known(certificate.status(whenIssued: .approved)),
            dateCreated: Timestamp(certificate.createdAt),
            validFrom: issuance.map { Day($0.validFrom) },
            validTill: issuance.map { Day($0.validTill) },
            daysRemaining: issuance.map { Span.days(from: now, to: $0.validTill) },
            csr: content.csr,
            serverPlatform: APIModels.ServerPlatform(.platform(content.serverPlatformID)),
            signatureHash: content.signatureHash, keySize: certificate.keySizeBits,
            caCertificateID: issuance?.issuerID.description ?? content.issuerID?.description
                ?? defaultIssuer.description,
            subID: certificate.subIDText, publicID: certificate.publicID,
            archived: certificate.isArchived ? "1" : "0", userID: entry.user.id.wire,
            firstName: entry.user.firstName, lastName: entry.user.lastName)
    }
}

extension Reissue {
    init(_ entry: ReissueEntry, now: Date) {
        let certificate = entry.certificate
        let content = certificate.content
        let issuance = certificate.issuance
        self.init(
            id: certificate.id.wire, thumbprint: issuance?.thumbprint.hexadecimal,
            serialNumber: issuance?.serial.hexadecimal, commonName: content.commonName,
            dnsNames: content.listedNames.presence,
            status: .known(certificate.status(whenIssued: .issued)),
            dateCreated: Timestamp(certificate.createdAt),
            dateIssued: issuance.map { Timestamp($0.issuedAt) },
            validFrom: issuance.map { Day($0.validFrom) },
            validTill: issuance.map { Day($0.validTill) },
            daysRemaining: issuance.map { Span.days(from: now, to: $0.validTill) },
            csr: content.csr, keySize: certificate.keySizeBits,
            archived: certificate.isArchived ? 1 : 0, userID: entry.user.id.wire,
            email: entry.user.email, firstName: entry.user.firstName,
            lastName: entry.user.lastName, receiptID: entry.purchase?.receiptID?.description,
            purchasedDNSNames: entry.purchase.map { String($0.names.dns) },
            purchasedWildcardNames: entry.purchase.map { String($0.names.wildcard) })
    }
}

extension OrderCore.Certificate {
    fileprivate func status(whenIssued issued: CertificateStatus) -> CertificateStatus {
        switch state {
        case .issued: issued
        case .pending: .pending
        case .rejected: .rejected
        case .revoked: .revoked
        }
    }

    /// Like the order's: once for quick installations, and still read.
    var publicID: String {
        let digits = String(id.rawValue, radix: 16)
        return "c" + String(repeating: "0", count: 31 - digits.count) + digits
    }
}
