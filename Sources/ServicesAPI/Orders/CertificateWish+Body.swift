import APIModels
import Foundation
import OrderCore
import Registration

extension CertificateWish.Text {
    init(_ body: RequestedCertificate) throws {
        self.init()
        commonName = body.commonName
        dnsNames = body.dnsNames ?? []
        organizationUnits = body.organizationUnits ?? []
        csr = body.csr
        signatureHash = body.signatureHash
        serverPlatformID = body.serverPlatform?.id
        profileOption = body.profileOption
        issuerID = try Self.issuer(body.caCertificateID)
    }

    /// Reads the validity too, which needs the time.
    init(_ body: RequestedCertificate, now: Date) throws {
        try self.init(body)
        validity = try OrderLength(
            body.certificateValidity, path: "certificate.cert_validity", now: now)
    }

    private static func issuer(_ text: String?) throws -> Int? {
        guard let text else { return nil }
        guard let id = Int(text) else {
            throw Refusal.invalid(
                "certificate.ca_cert_id", "is \(text.quoted), an id of digits")
        }
        return id == 0 ? nil : id
    }
}
