import Foundation
import OrderCore

extension Certificate {
    static let columns = """
        c.id, c.order_id, c.account_id, c.user_id, c.kind, c.sub_id, c.common_name, c.dns_names, \
        c.organization_units, c.csr, c.key_size_bits, c.signature_hash, c.server_platform_id, \
        c.profile_option, c.wished_issuer_id, c.wished_length_unit, c.wished_length_value, \
        c.holder, c.receipt_id, c.added_dns_names, c.added_wildcard_names, c.state, \
        c.issuer_id, c.der, c.serial, c.thumbprint, c.issued_at, c.valid_from, c.valid_till, \
        c.crl_partition_id, c.revoked_at, c.revocation_reason, c.is_archived, c.created_at
        """

    init(row: inout Columns) throws {
        self.init(
            id: row.id(), orderID: row.id(), accountID: row.id(), userID: row.id(),
            kind: try Kind(row: &row), content: try Content(row: &row),
            addition: Addition(rowIfPresent: &row), state: try State(row: &row),
            isArchived: row.flag(), createdAt: row.date())
    }
}

extension Certificate.Kind {
    init(row: inout Columns) throws {
        let word = row.text()
        let subID = row.intIfPresent()
        switch word {
        case "original": self = .original
        case "reissue": self = .reissue
        case "duplicate": self = .duplicate(subID: subID ?? 0)
        default: throw StorageProblem.unreadable(column: "kind", value: word)
        }
    }

    var values: [SQLValue] {
        switch self {
        case .original: [.text("original"), .null]
        case .reissue: [.text("reissue"), .null]
        case .duplicate(let subID): [.text("duplicate"), .int(subID)]
        }
    }
}

extension Certificate.Content {
    init(row: inout Columns) throws {
        self.init(
            commonName: row.text(), dnsNames: row.lines(), organizationUnits: row.lines(),
            csr: Self.present(row.text()), keySizeBits: Self.present(row.int()),
            signatureHash: row.text(), serverPlatformID: row.int(),
            profileOption: try row.wordIfPresent(), issuerID: row.idIfPresent(),
            validity: try OrderLength(rowIfPresent: &row),
            holder: try row.jsonIfPresent("holder"))
    }

    /// A key that is still to come is written as no text and no bits.
    private static func present(_ csr: String) -> String? { csr.isEmpty ? nil : csr }
    private static func present(_ bits: Int) -> Int? { bits == 0 ? nil : bits }

    var values: [SQLValue] {
        [
            .text(commonName), .lines(dnsNames), .lines(organizationUnits),
            .text(csr ?? ""), .int(keySizeBits ?? 0), .text(signatureHash), .int(serverPlatformID),
            .text(profileOption?.rawValue), .id(issuerID),
        ] + (validity?.values ?? [.null, .null]) + [.json(holder)]
    }
}

extension Certificate.Addition {
    init?(rowIfPresent row: inout Columns) {
        let receiptID: ID<Receipt>? = row.idIfPresent()
        let dns = row.intIfPresent()
        let wildcard = row.intIfPresent()
        guard let receiptID, let dns, let wildcard else { return nil }
        self.init(receiptID: receiptID, names: PurchasedNames(dns: dns, wildcard: wildcard))
    }
}

extension Certificate.State {
    init(row: inout Columns) throws {
        let word = row.text()
        guard word == "issued" || word == "revoked" else {
            row.skip(10)
            self = word == "rejected" ? .rejected : .pending
            return
        }
        let issuance = Certificate.Issuance(
            issuerID: row.id(), der: row.bytes(), serial: row.bytes(), thumbprint: row.bytes(),
            issuedAt: row.date(), validFrom: row.date(), validTill: row.date(),
            crlPartitionID: row.idIfPresent())
        let revokedAt = row.dateIfPresent()
        let reason: Revocation.Reason? = try row.wordIfPresent()
        self =
            revokedAt.map {
                .revoked(issuance, Revocation(reason: reason ?? .unspecified, date: $0))
            } ?? .issued(issuance)
    }

    var values: [SQLValue] {
        switch self {
        case .pending: [.text("pending")] + Array(repeating: .null, count: 10)
        case .rejected: [.text("rejected")] + Array(repeating: .null, count: 10)
        case .issued(let issuance): [.text("issued")] + issuance.values + [.null, .null]
        case .revoked(let issuance, let revocation):
            [.text("revoked")] + issuance.values
                + [.date(revocation.date), .text(revocation.reason.rawValue)]
        }
    }
}

extension Certificate.Issuance {
    var values: [SQLValue] {
        [
            .id(issuerID), .bytes(der), .bytes(serial), .bytes(thumbprint), .date(issuedAt),
            .date(validFrom), .date(validTill), .id(crlPartitionID),
        ]
    }
}
