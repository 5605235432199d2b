package import OrderCore

/// The numbers of the rows of a further certificate, which name each other.
package struct FurtherNumbers: Sendable {
    package let certificate: ID<Certificate>
    package let request: ID<Request>
}

/// A row of the list of duplicates or reissues.
package struct CertificateEntry: Sendable {
    package let certificate: Certificate
    package let user: UserReference
}

extension Transaction {
    package func certificate(_ id: ID<Certificate>) throws -> Certificate? {
        try row("SELECT \(Certificate.columns) FROM certificates c WHERE c.id = $1", [.id(id)]) {
            try Certificate(row: &$0)
        }
    }

    package func certificate(serial: [UInt8]) throws -> Certificate? {
        try row(
            "SELECT \(Certificate.columns) FROM certificates c WHERE c.serial = $1",
            [.bytes(serial)]
        ) { try Certificate(row: &$0) }
    }

    package func certificates(of order: ID<Order>) throws -> [Certificate] {
        try rows(
            "SELECT \(Certificate.columns) FROM certificates c WHERE c.order_id = $1 ORDER BY c.id",
            [.id(order)]
        ) { try Certificate(row: &$0) }
    }

    package func duplicate(subID: Int, of order: ID<Order>) throws -> Certificate? {
        try row(
            """
            SELECT \(Certificate.columns) FROM certificates c
            WHERE c.order_id = $1 AND c.sub_id = $2
            """, [.id(order), .int(subID)]
        ) { try Certificate(row: &$0) }
    }

    /// Newest first: clients take the first row for the one that they have just asked for.
    package func entries(
        _ kind: CertificateListKind, of order: ID<Order>, archived: ArchivedEntries
    ) throws -> [CertificateEntry] {
        let archivedMax = archived == .shown ? 1 : 0
        return try rows(
            """
            SELECT \(Certificate.columns), u.id, u.first_name, u.last_name, u.email
            FROM certificates c JOIN users u ON u.id = c.user_id
            WHERE c.order_id = $1 AND c.kind = $2 AND c.is_archived <= $3
            ORDER BY c.id DESC
            """, [.id(order), .text(kind.rawValue), .int(archivedMax)]
        ) {
            CertificateEntry(certificate: try Certificate(row: &$0), user: UserReference(row: &$0))
        }
    }

    /// The number for the next duplicate of an order. `save(_:primary:)` guards it: two writers
    /// cannot both take it, since both change the order's version.
    package func nextSubID(of order: ID<Order>) throws -> Int {
        let last = try row(
            "SELECT max(sub_id) FROM certificates WHERE order_id = $1", [.id(order)]
        ) { $0.intIfPresent() }
        return (last.flatMap { $0 } ?? 0) + 1
    }

    /// Draws the numbers for a further certificate of an order and for the request for it; the
    /// transaction that inserts them has to do so.
    package func drawFurtherNumbers() throws -> FurtherNumbers {
        let numbers = try row("SELECT {next certificates}, {next requests}", []) {
            FurtherNumbers(certificate: $0.id(), request: $0.id())
        }
        guard let numbers else { throw StorageProblem.nothingInserted }
        return numbers
    }

    /// Adds a certificate as it is by now, under the number that was drawn for it.
    package func insert(_ certificate: Certificate) throws {
        try post(
            """
            INSERT INTO certificates (id, order_id, account_id, user_id, kind, sub_id, common_name,
              dns_names, organization_units, csr, key_size_bits, signature_hash,
              server_platform_id, profile_option, wished_issuer_id, wished_length_unit,
              wished_length_value, holder, receipt_id, added_dns_names, added_wildcard_names,
              created_at, is_archived, state, issuer_id, der, serial, thumbprint, issued_at,
              valid_from, valid_till, crl_partition_id, revoked_at, revocation_reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
              $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34)
            """,
            [
                .id(certificate.id), .id(certificate.orderID), .id(certificate.accountID),
                .id(certificate.userID),
            ] + certificate.kind.values + certificate.content.values + [
                .id(certificate.addition?.receiptID), .int(certificate.addition?.names.dns),
                .int(certificate.addition?.names.wildcard), .date(certificate.createdAt),
                .flag(certificate.isArchived),
            ] + certificate.state.values)
    }

    /// Keeps a certificate's new state.
    package func save(_ state: Certificate.State, of id: ID<Certificate>) throws {
        try post(
            """
            UPDATE certificates SET state = $2, issuer_id = $3, der = $4, serial = $5,
              thumbprint = $6, issued_at = $7, valid_from = $8, valid_till = $9,
              crl_partition_id = $10, revoked_at = $11, revocation_reason = $12
            WHERE id = $1
            """, [.id(id)] + state.values)
    }

    /// Keeps what a certificate that is still to be signed shall say, its key above all.
    package func save(_ content: Certificate.Content, ofPending id: ID<Certificate>) throws {
        try postGuarded(
            """
            UPDATE certificates SET common_name = $2, dns_names = $3, csr = $4,
              key_size_bits = $5, holder = $6
            WHERE id = $1 AND state = 'pending'
            """,
            [
                .id(id), .text(content.commonName), .lines(content.dnsNames),
                .text(content.csr ?? ""), .int(content.keySizeBits ?? 0), .json(content.holder),
            ])
    }

    package func setArchived(_ isArchived: Bool, of id: ID<Certificate>) throws {
        try post(
            "UPDATE certificates SET is_archived = $2 WHERE id = $1", [.id(id), .flag(isArchived)])
    }
}

package enum CertificateListKind: String, Sendable {
    case reissue
    case duplicate
}

package enum ArchivedEntries: Sendable {
    case shown
    case hidden
}
