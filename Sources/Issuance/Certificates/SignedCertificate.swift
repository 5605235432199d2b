import Crypto
import Foundation
import SwiftASN1
import X509

/// A certificate as it was signed, and what is asked of it later (RFC 5280 section 4.1).
package struct SignedCertificate: Sendable {
    package let der: [UInt8]
    package let serial: SerialNumber
    package let key: SubjectKey
    package let validity: Validity
    package let commonName: String?
    /// The hash it was signed over; nil for foreign certificates signed in some other way.
    package let signatureHash: HashAlgorithm?
    let x509: Certificate

    /// Reads a stored certificate.
    package init(der: [UInt8]) throws(CertificateProblem) {
        do {
            try self.init(x509: Certificate(derEncoded: der), der: der)
        } catch let problem as CertificateProblem {
            throw problem
        } catch {
            throw .unparseable
        }
    }

    /// Reads the first certificate of a text.
    package init(pem: String) throws(CertificateProblem) {
        guard let block = PEM(firstOf: ["CERTIFICATE"], in: pem) else { throw .unparseable }
        try self.init(der: block.der)
    }

    /// Reads all certificates of a file, in PEM or one in DER.
    package static func all(
        in file: [UInt8]
    ) throws(CertificateProblem) -> [SignedCertificate] {
        if file.first == 0x30 { return [try SignedCertificate(der: file)] }
        guard let blocks = PEM.all(of: "CERTIFICATE", in: String(decoding: file, as: UTF8.self))
        else { throw .unparseable }
        var certificates: [SignedCertificate] = []
        for block in blocks { certificates.append(try SignedCertificate(der: block.der)) }
        return certificates
    }

    /// What was just signed for a key.
    init(signed x509: Certificate, key: SubjectKey) throws {
        var serializer = DER.Serializer()
        try serializer.serialize(x509)
        try self.init(x509: x509, der: serializer.serializedBytes, key: key)
    }

    private init(x509: Certificate, der: [UInt8]) throws {
        var spki = DER.Serializer()
        try spki.serialize(x509.publicKey)
        try self.init(x509: x509, der: der, key: SubjectKey(spki: spki.serializedBytes))
    }

    private init(x509: Certificate, der: [UInt8], key: SubjectKey) throws {
        guard let serial = SerialNumber(x509.serialNumber.bytes) else {
            throw CertificateProblem.serialOutOfBounds
        }
        self.der = der
        self.serial = serial
        self.x509 = x509
        self.key = key
        validity = Validity(notBefore: x509.notValidBefore, notAfter: x509.notValidAfter)
        commonName = x509.subject.commonName
        signatureHash = HashAlgorithm(x509.signatureAlgorithm)
    }
}

extension SignedCertificate {
    /// Lines of 64 characters that end in LF, the last one too.
    package var pem: String { block.text + "\n" }

    var block: PEM { PEM(label: "CERTIFICATE", der: der) }

    /// SHA-1 of the DER.
    package var thumbprint: [UInt8] { Array(Insecure.SHA1.hash(data: der)) }

    /// The same in upper-case hexadecimal.
    package var thumbprintSHA1: String { thumbprint.hexadecimal }

    /// SHA-256 of the DER in upper-case hexadecimal.
    package var thumbprintSHA256: String { SHA256.hash(data: der).hexadecimal }

    package var keySizeBits: Int { key.sizeBits }

    /// The subject in the text form of RFC 4514.
    package var subjectName: String { String(describing: x509.subject) }

    /// The issuer in the text form of RFC 4514.
    package var issuerName: String { String(describing: x509.issuer) }

    package var subjectOrganization: String? { x509.subject.organization }

    package var issuerCommonName: String? { x509.issuer.commonName }

    package var isAuthority: Bool {
        // A certificate whose constraints cannot be read is not one to build on.
        guard let constraints = try? x509.extensions.basicConstraints else { return false }
        switch constraints {
        case .isCertificateAuthority: return true
        case .notCertificateAuthority: return false
        }
    }
}

extension SignedCertificate: Equatable {
    /// The DER says everything.
    package static func == (one: SignedCertificate, other: SignedCertificate) -> Bool {
        one.der == other.der
    }
}

/// Why bytes are not a certificate that can be worked with.
package enum CertificateProblem: Error, Hashable, Sendable {
    case unparseable
    /// Zero, negative or longer than 20 octets.
    case serialOutOfBounds
}
