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
    private let extensions: [Certificate.Extension]
    /// What an entry has that is not taken.
    private let entriesProblem: ForeignListProblem?

    /// A number has to leave room for those that count on from it.
    static let numberMax: Int64 = 1 << 62

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
        entries = fields.entries.found
        entriesProblem = fields.entries.problem
        extensions = fields.extensions
    }

    /// Sees that it is all that its issuer has revoked, as those read it who fetch it from here:
    /// not part of it, nothing of others, and no more than is understood.
    ///
    /// - Parameter urls: where it is published; those that certificates of its issuer name.
    package func check(publishedAt urls: Set<String>) throws(ForeignListProblem) {
        for one in extensions {
            switch one.oid {
            case ListExtension.deltaIndicator: throw .delta
            case ListExtension.distributionPoint:
                guard let point = ListScope(one) else { throw .unparseable }
                try point.check(publishedAt: urls)
            case _ where one.critical && !ListExtension.known.contains(one.oid):
                throw .unknownExtension(String(describing: one.oid))
            default: break
            }
        }
        if let entriesProblem { throw entriesProblem }
        guard number != nil else { throw .numberless }
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
    /// It has no CRL number (RFC 5280 section 5.2.3), or one that is out of all bounds.
    case numberless
    /// It has only what changed since another one.
    case delta
    /// It is about some certificates or reasons only: which of the fields says so.
    case partial(String)
    /// It has entries of other issuers.
    case indirect
    case otherAddress(String)
    /// A critical extension, of the list or of an entry, that nobody here understands.
    case unknownExtension(String)
    /// An entry whose reason is none for which a certificate is revoked.
    case reasonUnfit(Int?, serial: String)
}
