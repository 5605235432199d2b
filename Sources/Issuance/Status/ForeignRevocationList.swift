package import Foundation
import SwiftASN1
import X509

/// A revocation list that was signed elsewhere, as far as it has to be known to be handed out
/// (RFC 5280 section 5).
package struct ForeignRevocationList: Sendable {
    package let der: [UInt8]
    /// The CRL number, where it bears one that fits.
    package let number: Int64?
    package let thisUpdate: Date
    package let nextUpdate: Date

    /// Reads a list in DER or PEM, and sees that `issuer` signed it.
    package init(_ file: [UInt8], by issuer: SignedCertificate) throws(ForeignListProblem) {
        guard let der = Self.der(in: file) else { throw .unparseable }
        let fields: ListFields
        do {
            fields = try ListFields(derEncoded: der)
        } catch {
            throw .unparseable
        }
        guard fields.issuer == issuer.x509.subject else { throw .otherIssuer }
        // Over SHA-1, somebody else may have signed another text of the same hash.
        guard let signature = fields.signature, signature.scheme != .rsaSHA1,
            signature.isValid(by: issuer.key)
        else { throw .signatureInvalid }
        guard let nextUpdate = fields.nextUpdate else { throw .endless }
        self.der = der
        number = fields.number
        thisUpdate = fields.thisUpdate
        self.nextUpdate = nextUpdate
    }

    private static func der(in file: [UInt8]) -> [UInt8]? {
        if file.first == DERWriter.Tag.sequence { return file }
        return PEM(firstOf: ["X509 CRL"], in: String(decoding: file, as: UTF8.self))?.der
    }
}

/// Why a revocation list is not taken in.
package enum ForeignListProblem: Error, Hashable, Sendable {
    /// No CertificateList in DER or PEM.
    case unparseable
    case otherIssuer
    case signatureInvalid
    /// It has no `nextUpdate`.
    case endless
}

/// A CertificateList (RFC 5280 section 5.1), its entries read past.
private struct ListFields: DERParseable {
    /// Absent where it is of a kind that nobody here can verify.
    let signature: KeySignature?
    let issuer: DistinguishedName
    let thisUpdate: Date
    let nextUpdate: Date?
    let number: Int64?

    init(derEncoded node: ASN1Node) throws {
        self = try DER.sequence(node, identifier: .sequence) { nodes in
            guard let body = nodes.next(), let algorithm = nodes.next() else {
                throw ASN1Error.truncated
            }
            return try Self(
                body, SPKIFields.algorithm(algorithm), ASN1BitString(derEncoded: &nodes))
        }
    }

    private init(
        _ body: ASN1Node, _ algorithm: (ASN1ObjectIdentifier, ASN1Any?), _ signature: ASN1BitString
    ) throws {
        // Whatever else it is, it is no signature that holds.
        self.signature = (try? KeySignature.Scheme(algorithm.0, parameters: algorithm.1)).map {
            KeySignature(
                scheme: $0, signed: Array(body.encodedBytes), signature: Array(signature.bytes))
        }
        (issuer, thisUpdate, nextUpdate, number) = try DER.sequence(body, identifier: .sequence) {
            nodes in
            // Lists of version 1, which openssl makes unless told otherwise, do not say so.
            guard let first = nodes.next() else { throw ASN1Error.truncated }
            if first.identifier == .integer {
                guard try Int(derEncoded: first) == 1, nodes.next() != nil else {
                    throw ASN1Error.truncated
                }
            }
            guard let name = nodes.next(), let begin = nodes.next() else {
                throw ASN1Error.truncated
            }
            var end: Date?
            // What follows are the entries, if there are any, and the extensions, if any.
            var last: ASN1Node?
            while let next = nodes.next() {
                let isTime = next.identifier == .utcTime || next.identifier == .generalizedTime
                if last == nil, end == nil, isTime {
                    end = try Self.date(next)
                } else {
                    last = next
                }
            }
            return (
                try DistinguishedName(derEncoded: name), try Self.date(begin), end,
                try last.flatMap(Self.number)
            )
        }
    }

    private static let crlNumber: ASN1ObjectIdentifier = [2, 5, 29, 20]

    /// The CRL number among the extensions, where it is one that fits.
    private static func number(_ node: ASN1Node) throws -> Int64? {
        guard case .constructed(let outer) = node.content,
            node.identifier == .init(tagWithNumber: 0, tagClass: .contextSpecific)
        else { return nil }
        for list in outer {
            let extensions: [Certificate.Extension] = try DER.sequence(
                of: Certificate.Extension.self, identifier: .sequence, rootNode: list)
            guard let found = extensions.first(where: { $0.oid == crlNumber }) else { continue }
            // A number of more than eight octets is one that we do not count on.
            return try? Int64(derEncoded: found.value)
        }
        return nil
    }

    private static func date(_ node: ASN1Node) throws -> Date {
        var reader = DERReader(Array(node.encodedBytes))
        let time = CertificateTime(try reader.readAny(), in: reader)
        guard let seconds = time.seconds else { throw ASN1Error.truncated }
        return Date(timeIntervalSince1970: Double(seconds))
    }
}
