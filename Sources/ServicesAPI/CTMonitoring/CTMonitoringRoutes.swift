import APIModels
import Foundation
import Issuance
import OrderCore
import Registration
import Storage
import Web

struct CTMonitoringRoutes: Sendable {
    let desks: Desks

    func status(_ call: Call<NoBody>) async throws -> CTMonitorStatus {
        CTMonitorStatus(
            status: try await desks.ctMonitoring.isMonitored(
                try call.id("order_id", of: .order), for: call.caller))
    }

    func certificates(_ call: Call<NoBody>) async throws -> CTCertificateList {
        let query = try ListQuery<KnownCertificateProperty>(call.query)
        let listed = try await desks.ctMonitoring.certificates(
            query, of: try call.id("order_id", of: .order), for: call.caller)
        return CTCertificateList(
            certificates: listed.elements.map(CTCertificate.init), page: .init(listed, query))
    }

    func certificate(_ call: Call<NoBody>) async throws -> CTCertificateFile {
        guard let serial = [UInt8](hex: call.text("serial")) else {
            throw Refusal.notFound(.certificate)
        }
        let issuer = call.query.value("issuer").flatMap { $0.isEmpty ? nil : $0 }
        let known = try await desks.ctMonitoring.certificate(
            serial: serial, issuer: issuer, of: try call.id("order_id", of: .order),
            for: call.caller)
        return CTCertificateFile(pem: try SignedCertificate(der: known.issuance.der).pem)
    }
}

extension CTCertificate {
    /// This CA sends nothing to a log, so none holds it.
    init(_ known: KnownCertificate) {
        self.init(
            serial: known.issuance.serial.hexadecimal, logs: [], digicertIssued: true,
            notBefore: Timestamp(known.issuance.validFrom),
            notAfter: Timestamp(known.issuance.validTill),
            commonName: known.certificate.content.commonName, issuer: known.issuerName)
    }
}
