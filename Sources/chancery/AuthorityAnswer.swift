import Foundation
import Issuance
import OrderCore
import Registration
import Storage

/// An authority as commands print it with `--json`.
struct AuthorityAnswer: Encodable {
    let id: Int64
    let name: String
    let role: String
    let parentID: Int64?
    let isRetired: Bool
    let revokedAt: String?
    let successorID: Int64?
    let keyPlace: String
    /// Only where its file should be in the data folder, and is not.
    let isKeyMissing: Bool?
    let key: String
    let keyID: String
    let subject: String
    let serial: String
    let validFrom: String
    let validTill: String
    let thumbprintSHA256: String
    let defaultFor: [String]
    let crossCertificates: [CrossAnswer]

    init(_ entry: CAEntry, in roster: IssuerRoster, isKeyMissing: Bool = false) {
        self.isKeyMissing = isKeyMissing ? true : nil
        let certificate = entry.certificate
        id = entry.id.rawValue
        name = entry.name
        role = entry.role.rawValue
        parentID = entry.parentID?.rawValue
        isRetired = entry.retiredAt != nil
        revokedAt = entry.end?.date.formatted(.iso8601)
        successorID = entry.successorID?.rawValue
        keyPlace = entry.keyPlace.rawValue
        key = "\(certificate.key.kind)"
        keyID = certificate.key.identifier.hex
        subject = certificate.subjectName
        serial = certificate.serial.hex
        validFrom = certificate.validity.notBefore.formatted(.iso8601)
        validTill = certificate.validity.notAfter.formatted(.iso8601)
        thumbprintSHA256 = certificate.thumbprintSHA256
        defaultFor = roster.signed(by: entry.id)
        crossCertificates = roster.crossCertificates(by: entry.id).map { CrossAnswer($0) }
    }

    enum CodingKeys: String, CodingKey {
        case id, name, role
        case parentID = "parent_id"
        case isRetired = "retired"
        case revokedAt = "revoked_at"
        case successorID = "successor_id"
        case keyPlace = "key_place"
        case isKeyMissing = "key_missing"
        case key
        case keyID = "key_id"
        case subject, serial
        case validFrom = "valid_from"
        case validTill = "valid_till"
        case thumbprintSHA256 = "sha256"
        case defaultFor = "default_for"
        case crossCertificates = "cross_certificates"
    }
}

/// A certificate that an authority signed for another one, as commands print it with `--json`.
struct CrossAnswer: Encodable {
    let id: Int64
    let issuerID: Int64
    let name: String
    let serial: String
    let validTill: String
    let revokedAt: String?
    let certificate: String?

    /// - Parameter isWhole: with the certificate itself.
    init(_ entry: CrossEntry, isWhole: Bool = false) {
        id = entry.id.rawValue
        issuerID = entry.issuerID.rawValue
        name = entry.name
        serial = entry.certificate.serial.hex
        validTill = entry.certificate.validity.notAfter.formatted(.iso8601)
        revokedAt = entry.end?.date.formatted(.iso8601)
        certificate = isWhole ? entry.certificate.pem : nil
    }

    enum CodingKeys: String, CodingKey {
        case id
        case issuerID = "issuer_id"
        case name, serial
        case validTill = "valid_till"
        case revokedAt = "revoked_at"
        case certificate
    }
}

extension CrossEntry {
    /// What it is called, its end, and whether that has come early.
    var text: String {
        let day = certificate.validity.notAfter.formatted(.iso8601.year().month().day())
        let revoked = end.map { ", revoked \($0.date.formatted(.iso8601)), \($0.reason.rawValue)" }
        return "\(id), for \(name), until \(day)\(revoked ?? "")"
    }
}

extension IssuerRoster {
    func crossCertificates(by id: ID<CACertificate>) -> [CrossEntry] {
        crossCertificates.filter { $0.issuerID == id }
    }

    /// The products that this authority signs by choice; `*` for all that have none of their own.
    func signed(by id: ID<CACertificate>) -> [String] {
        let everything = defaultID == id ? ["*"] : []
        return everything
            + choices.filter { $0.issuerID == id }.compactMap(\.product)
    }

    func text(of entry: CAEntry, at now: Date) -> String {
        let certificate = entry.certificate
        let word = entry.state(at: now)
        let state = word == "active" ? "" : ", \(word)"
        var lines = [
            "\(entry.id)  \(entry.role.rawValue)\(state)  \(entry.name)",
            "subject     \(certificate.subjectName)",
            "issuer      \(certificate.issuerName)",
            "serial      \(certificate.serial.hex)",
            "valid       \(certificate.validity.notBefore.formatted(.iso8601)) to "
                + certificate.validity.notAfter.formatted(.iso8601),
            "key         \(certificate.key.kind), \(entry.keyPlace.phrase)",
            "SHA-256     \(certificate.thumbprintSHA256)",
        ]
        if let retired = entry.retiredAt {
            let successor = entry.successorID.map { ", in favour of \($0)" } ?? ""
            lines.append("retired     \(retired.formatted(.iso8601))\(successor)")
        }
        if let end = entry.end {
            lines.append("revoked     \(end.date.formatted(.iso8601)), \(end.reason.rawValue)")
        }
        for cross in crossCertificates(by: entry.id) {
            lines.append("cross       \(cross.text)")
        }
        let products = signed(by: entry.id)
        if !products.isEmpty {
            lines.append("signs       \(products.joined(separator: " "))")
        }
        return lines.joined(separator: "\n    ")
    }
}

extension CAEntry {
    /// Whether it issues or stands above others, in one word.
    func state(at now: Date) -> String {
        if end != nil { return "revoked" }
        if certificate.validity.notAfter < now { return "ended" }
        return retiredAt == nil ? "active" : "retired"
    }
}

extension KeyPlace {
    var phrase: String {
        switch self {
        case .files: "in a sealed file"
        case .token: "on a token"
        case .elsewhere: "kept elsewhere"
        }
    }
}

enum JSONText {
    /// One object or list, its members sorted, a line of its own.
    static func of(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
