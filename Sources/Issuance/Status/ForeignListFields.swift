import Foundation
import SwiftASN1
import X509

/// A CertificateList (RFC 5280 section 5.1).
struct ListFields: DERParseable {
    /// Absent where it is of a kind that nobody here can verify.
    let signature: KeySignature?
    let issuer: DistinguishedName
    let thisUpdate: Date
    let nextUpdate: Date?
    let extensions: [Certificate.Extension]
    let entries: RevokedEntryList

    /// The CRL number, where it is one that fits.
    var number: Int64? {
        guard let found = extensions.first(where: { $0.oid == ListExtension.number }),
            let number = try? Int64(derEncoded: found.value)  // more than eight octets are too many
        else { return nil }
        return (0...ForeignRevocationList.numberMax).contains(number) ? number : nil
    }

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
        (issuer, thisUpdate, nextUpdate, extensions, entries) = try DER.sequence(
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
            var entries = RevokedEntryList()
            var last: ASN1Node?
            while let next = nodes.next() {
                let isTime = next.identifier == .utcTime || next.identifier == .generalizedTime
                if last == nil, end == nil, isTime {
                    end = try Self.date(next)
                } else {
                    if last == nil, next.identifier == .sequence {
                        entries = try RevokedEntryList(next)
                    }
                    last = next
                }
            }
            return (
                try DistinguishedName(derEncoded: name), try Self.date(begin), end,
                try last.map(Self.extensions) ?? [], entries
            )
        }
    }

    private static func extensions(_ node: ASN1Node) throws -> [Certificate.Extension] {
        guard case .constructed(let outer) = node.content,
            node.identifier == .init(tagWithNumber: 0, tagClass: .contextSpecific),
            let list = outer.first(where: { _ in true })
        else { return [] }
        return try DER.sequence(
            of: Certificate.Extension.self, identifier: .sequence, rootNode: list)
    }

    static func date(_ node: ASN1Node) throws -> Date {
        var reader = DERReader(Array(node.encodedBytes))
        let time = CertificateTime(try reader.readAny(), in: reader)
        guard let seconds = time.seconds else { throw ASN1Error.truncated }
        return Date(timeIntervalSince1970: Double(seconds))
    }
}

/// The `revokedCertificates`.
struct RevokedEntryList {
    private(set) var found: [SerialNumber: ForeignRevocationList.Entry] = [:]
    /// The first thing about one of them for which a list is not taken in.
    private(set) var problem: ForeignListProblem?

    /// removeFromCRL stands in lists of changes only, and 7 for nothing (RFC 5280 section 5.3.1).
    private static let reasons: Set<Int> = [0, 1, 2, 3, 4, 5, 6, 9, 10]

    init() {}

    init(_ list: ASN1Node) throws {
        guard case .constructed(let nodes) = list.content else { throw ASN1Error.truncated }
        for node in nodes {
            try DER.sequence(node, identifier: .sequence) { nodes in
                guard let number = nodes.next(), let date = nodes.next(),
                    case .primitive(let digits) = number.content
                else { throw ASN1Error.truncated }
                let extensions: [Certificate.Extension] =
                    try nodes.next().map {
                        try DER.sequence(
                            of: Certificate.Extension.self, identifier: .sequence, rootNode: $0)
                    } ?? []
                try add(digits, ListFields.date(date), extensions)
            }
        }
    }

    private mutating func add(
        _ digits: ArraySlice<UInt8>, _ date: Date, _ extensions: [Certificate.Extension]
    ) throws {
        let coded = extensions.first { $0.oid == ListExtension.reason }.map { Array($0.value) }
        let reason = coded.map(Self.reason) ?? 0
        if problem == nil {
            if extensions.contains(where: { $0.oid == ListExtension.certificateIssuer }) {
                problem = .indirect
            } else if reason.map({ !Self.reasons.contains($0) }) ?? true {
                problem = .reasonUnfit(reason, serial: Array(digits).hexadecimal)
            } else if let stray = extensions.first(where: {
                $0.critical && !ListExtension.knownOfEntries.contains($0.oid)
            }) {
                problem = .unknownExtension(String(describing: stray.oid))
            }
        }
        // No certificate that is kept here has a number that is none.
        if let serial = SerialNumber(digits) {
            found[serial] = ForeignRevocationList.Entry(reason: reason ?? 0, date: date)
        }
    }

    /// An ENUMERATED of one octet.
    private static func reason(_ value: [UInt8]) -> Int? {
        value.count == 3 && value.starts(with: [0x0A, 1]) ? Int(value[2]) : nil
    }
}

/// Of what a list is, if it is not all that its issuer has revoked (RFC 5280 section 5.2.5).
struct ListScope {
    private let urls: [String]
    private let hasName: Bool
    private let flags: Set<UInt>

    init?(_ point: Certificate.Extension) {
        // Refused by who asks.
        guard let node = try? DER.parse(point.value), case .constructed(let fields) = node.content
        else { return nil }
        var urls: [String] = []
        var hasName = false
        var flags: Set<UInt> = []
        for field in fields {
            let number = field.identifier.tagNumber
            switch field.content {
            case .constructed where number == 0:
                hasName = true
                urls = Self.urls(in: field)
            case .constructed: flags.insert(number)
            case .primitive(let octets):
                if number == 3 || octets != [0] { flags.insert(number) }
            }
        }
        self.urls = urls
        self.hasName = hasName
        self.flags = flags
    }

    func check(publishedAt own: Set<String>) throws(ForeignListProblem) {
        if flags.contains(4) { throw .indirect }
        for (number, name) in [
            (1, "onlyContainsUserCerts"), (2, "onlyContainsCACerts"), (3, "onlySomeReasons"),
            (5, "onlyContainsAttributeCerts"),
        ] as [(UInt, String)] where flags.contains(number) { throw .partial(name) }
        if hasName, own.isDisjoint(with: urls) {
            throw .otherAddress(urls.first ?? "a name that is no URL")
        }
    }

    /// The uniformResourceIdentifiers among the names below a node.
    static func urls(in node: ASN1Node) -> [String] {
        switch node.content {
        case .primitive(let octets):
            let isURL = node.identifier == .init(tagWithNumber: 6, tagClass: .contextSpecific)
            return isURL ? [String(decoding: octets, as: UTF8.self)] : []
        case .constructed(let nodes): return nodes.flatMap(urls)
        }
    }
}

extension SignedCertificate {
    /// Where its issuer's lists are to be found.
    package var listURLs: [String] {
        x509.extensions[oid: [2, 5, 29, 31]]
            .flatMap { try? DER.parse($0.value) }  // what cannot be read names no address
            .map(ListScope.urls) ?? []
    }
}

/// Extensions of lists and of their entries (RFC 5280 sections 5.2 and 5.3).
enum ListExtension {
    static let number: ASN1ObjectIdentifier = [2, 5, 29, 20]
    static let deltaIndicator: ASN1ObjectIdentifier = [2, 5, 29, 27]
    static let distributionPoint: ASN1ObjectIdentifier = [2, 5, 29, 28]
    static let reason: ASN1ObjectIdentifier = [2, 5, 29, 21]
    static let certificateIssuer: ASN1ObjectIdentifier = [2, 5, 29, 29]
    /// With authorityKeyIdentifier.
    static let known: Set<ASN1ObjectIdentifier> = [number, distributionPoint, [2, 5, 29, 35]]
    /// With invalidityDate.
    static let knownOfEntries: Set<ASN1ObjectIdentifier> = [reason, [2, 5, 29, 24]]
}
