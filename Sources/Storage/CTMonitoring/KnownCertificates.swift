package import OrderCore

/// A certificate that this CA has issued for a name of an order.
package struct KnownCertificate: Sendable {
    package let certificate: Certificate
    package let issuance: Certificate.Issuance
    package let issuerName: String
}

package enum KnownCertificateProperty: String, ListProperty {
    case issuerCA = "issuer_ca"
    case search = "cn_san_search"
    case precertificate = "precert"
    case notBefore = "notbefore"
    case notAfter = "notafter"
    case untrustedIssuer = "untrusted_ica"
    case commonName = "pem_cn"

    /// The contract's word for "one of ours".
    package static let issuerOfOurs = "DigiCert"

    package var form: ListForm {
        switch self {
        case .issuerCA, .commonName: .text
        case .search: .fragment
        case .precertificate, .untrustedIssuer: .flag
        case .notBefore, .notAfter: .date
        }
    }

    package var condition: String {
        switch self {
        case .issuerCA: "(i.name {} OR '\(Self.issuerOfOurs)' {})"
        case .search: "(c.common_name {} OR c.dns_names {})"
        // What is issued here is the certificate itself, by an issuer that is known here.
        case .precertificate, .untrustedIssuer: "(c.id - c.id) {}"
        case .notBefore: "c.valid_from {}"
        case .notAfter: "c.valid_till {}"
        case .commonName: "c.common_name {}"
        }
    }

    package var order: String? {
        switch self {
        case .notBefore: "c.valid_from {}"
        case .notAfter: "c.valid_till {}"
        case .untrustedIssuer: "(c.id - c.id)"
        case .commonName: "c.common_name"
        case .issuerCA, .search, .precertificate: nil
        }
    }
}

extension Transaction {
    /// The issued certificates of an account that share a name with an order.
    package func certificates(
        sharingNamesWith order: Order, _ query: ListQuery<KnownCertificateProperty>
    ) throws -> Listed<KnownCertificate> {
        var conditions = Conditions()
        conditions.add(Self.sharesName, .id(order.id))
        conditions.add("c.account_id {}", .id(order.accountID))
        conditions.add("c.state {}", in: [.text("issued"), .text("revoked")])
        return try list(
            query, columns: KnownCertificate.columns, from: KnownCertificate.source,
            conditions: conditions
        ) { try KnownCertificate(row: &$0) }
    }

    package func certificate(
        serial: [UInt8], sharingNamesWith order: Order
    ) throws -> KnownCertificate? {
        var conditions = Conditions()
        conditions.add("c.serial {}", .bytes(serial))
        conditions.add(Self.sharesName, .id(order.id))
        conditions.add("c.account_id {}", .id(order.accountID))
        return try row(
            """
            SELECT \(KnownCertificate.columns) \
            FROM \(KnownCertificate.source.everything)\(conditions.clause)
            """, conditions.values
        ) { try KnownCertificate(row: &$0) }
    }

    private static var sharesName: String {
        """
        c.order_id IN (SELECT twin.order_id FROM order_names own \
        JOIN order_names twin ON twin.name = own.name WHERE own.order_id {})
        """
    }
}

extension KnownCertificate {
    static let columns = "\(Certificate.columns), i.name"
    static let source = ListSource(
        "certificates c", key: "c.id", joins: ["i": "JOIN issuers i ON i.id = c.issuer_id"])

    init(row: inout Columns) throws {
        certificate = try Certificate(row: &row)
        guard let issuance = certificate.issuance else {
            throw StorageProblem.unreadable(column: "der", value: "NULL")
        }
        self.issuance = issuance
        issuerName = row.text()
    }
}
