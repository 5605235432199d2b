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
    package let entries: [SerialNumber: Entry]

    /// Why and when a certificate stopped being good.
    package struct Entry: Hashable, Sendable {
        /// The value of the CRLReason extension, 0 where there is none.
        package let reason: Int
        package let date: Date
    }

    /// What the list says of a certificate of its issuer's, if anything.
    package func entry(of certificate: SignedCertificate) -> Entry? { entries[certificate.serial] }

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
        entries = fields.entries
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

/// A CertificateList (RFC 5280 section 5.1).
private struct ListFields: DERParseable {
    /// Absent where it is of a kind that nobody here can verify.
    let signature: KeySignature?
    let issuer: DistinguishedName
    let thisUpdate: Date
    let nextUpdate: Date?
    let number: Int64?
    let entries: [SerialNumber: ForeignRevocationList.Entry]

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
        (issuer, thisUpdate, nextUpdate, number, entries) = try DER.sequence(
            body, identifier: .sequence
        ) {
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
            var entries: [SerialNumber: ForeignRevocationList.Entry] = [:]
            var last: ASN1Node?
            while let next = nodes.next() {
                let isTime = next.identifier == .utcTime || next.identifier == .generalizedTime
                if last == nil, end == nil, isTime {
                    end = try Self.date(next)
                } else {
                    if last == nil, next.identifier == .sequence {
                        entries = try RevokedEntry.all(in: next)
                    }
                    last = next
                }
            }
            return (
                try DistinguishedName(derEncoded: name), try Self.date(begin), end,
                try last.flatMap(Self.number), entries
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

    fileprivate static func date(_ node: ASN1Node) throws -> Date {
        var reader = DERReader(Array(node.encodedBytes))
        let time = CertificateTime(try reader.readAny(), in: reader)
        guard let seconds = time.seconds else { throw ASN1Error.truncated }
        return Date(timeIntervalSince1970: Double(seconds))
    }
}

/// One of the `revokedCertificates`.
private enum RevokedEntry {
    static func all(in list: ASN1Node) throws -> [SerialNumber: ForeignRevocationList.Entry] {
        guard case .constructed(let nodes) = list.content else { throw ASN1Error.truncated }
        var entries: [SerialNumber: ForeignRevocationList.Entry] = [:]
        for node in nodes {
            let (serial, entry) = try DER.sequence(node, identifier: .sequence) { nodes in
                guard let number = nodes.next(), let date = nodes.next(),
                    case .primitive(let digits) = number.content
                else { throw ASN1Error.truncated }
                let reason = try nodes.next().flatMap(reason) ?? 0
                return (
                    SerialNumber(digits),
                    ForeignRevocationList.Entry(reason: reason, date: try ListFields.date(date))
                )
            }
            // No certificate that is kept here has a number that is none.
            if let serial { entries[serial] = entry }
        }
        return entries
    }

    private static let reasonCode: ASN1ObjectIdentifier = [2, 5, 29, 21]

    private static func reason(_ node: ASN1Node) throws -> Int? {
        let extensions: [Certificate.Extension] = try DER.sequence(
            of: Certificate.Extension.self, identifier: .sequence, rootNode: node)
        // An ENUMERATED of one octet, its tag and length before it.
        return extensions.first { $0.oid == reasonCode }?.value.last.map(Int.init)
    }
}
