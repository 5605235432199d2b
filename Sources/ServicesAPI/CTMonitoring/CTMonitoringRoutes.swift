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
            certificates: try listed.elements.map { known in
                CTCertificate(known, try desks.ctMonitoring.promises(in: known))
            }, page: .init(listed, query))
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
    init(_ known: KnownCertificate, _ promises: [LogPromise]) {
        self.init(
            serial: known.issuance.serial.hexadecimal, logs: promises.map(CTLogEntry.init),
            digicertIssued: true,
            notBefore: Timestamp(known.issuance.validFrom),
            notAfter: Timestamp(known.issuance.validTill),
            commonName: known.certificate.content.commonName, issuer: known.issuerName)
    }
}

extension CTLogEntry {
    init(_ promise: LogPromise) {
        self.init(
            loggedOn: Timestamp(promise.at), entryNumber: promise.entryNumber.map { "\($0)" },
            logName: promise.logName, operatedBy: promise.operatorName, logURL: promise.url)
    }
}
