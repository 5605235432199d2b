package import Foundation
package import OrderCore

/// Credentials with which an ACME client binds its account (RFC 8555 section 7.3.4), as a server
/// needs them: the key of the MAC sealed, since it has to be read again.
package struct ACMECredentialRecord: Equatable, Sendable {
    package let keyID: String
    package let sealedMACKey: [UInt8]
    package let service: Service
    package let terms: ACMECredentialTerms

    package enum Service: String, Sendable {
        case current
        case legacy
    }
}

/// What every order has that is placed with the credentials.
package struct ACMECredentialTerms: Equatable, Sendable {
    package let containerID: ID<Container>
    package let product: Product
    package let organizationID: ID<Organization>?
    package let length: OrderLength
    package let profileOption: Certificate.ProfileOption?

    package init(
        containerID: ID<Container>, product: Product, organizationID: ID<Organization>?,
        length: OrderLength, profileOption: Certificate.ProfileOption?
    ) {
        self.containerID = containerID
        self.product = product
        self.organizationID = organizationID
        self.length = length
        self.profileOption = profileOption
    }
}

extension ACMECredentialRecord {
    static let columns = """
        m.key_id, m.sealed_mac_key, m.service, m.container_id, m.product, m.organization_id, \
        m.length_unit, m.length_value, m.profile_option
        """

    init(row: inout Columns) throws {
        keyID = row.text()
        sealedMACKey = row.bytes()
        service = try row.word()
        terms = ACMECredentialTerms(
            containerID: row.id(), product: try Product(column: row.text()),
            organizationID: row.idIfPresent(), length: try OrderLength(row: &row),
            profileOption: try row.wordIfPresent())
    }
}

package struct NewACMECredential: Sendable {
    let apiKey: NewAPIKey
    let keyID: String
    let sealedMACKey: [UInt8]
    let service: ACMECredentialRecord.Service
    let terms: ACMECredentialTerms

    package init(
        apiKey: NewAPIKey, keyID: String, sealedMACKey: [UInt8],
        service: ACMECredentialRecord.Service, terms: ACMECredentialTerms
    ) {
        self.apiKey = apiKey
        self.keyID = keyID
        self.sealedMACKey = sealedMACKey
        self.service = service
        self.terms = terms
    }
}

/// A key or a credential, as lists show it.
package struct KeyEntry: Sendable {
    package let key: APIKeyRecord
    package let user: UserReference
    package let acme: ACMECredentialRecord?
    package let organizationName: String?
    /// To the minute; absent where nobody has shown the key yet.
    package let lastUsedAt: Date?
}

extension Transaction {
    /// Credentials are an API key of another kind: they share its numbers and its end. What they
    /// are known by at the API is a secret that nobody keeps.
    package func insert(_ new: NewACMECredential) throws -> ID<APIKey> {
        let id = try insert(new.apiKey)
        let terms = new.terms
        try post(
            """
            INSERT INTO acme_credentials (api_key_id, key_id, sealed_mac_key, service,
              container_id, product, organization_id, length_unit, length_value, profile_option)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                .id(id), .text(new.keyID), .bytes(new.sealedMACKey), .text(new.service.rawValue),
                .id(terms.containerID), .text(terms.product.nameID), .id(terms.organizationID),
            ] + terms.length.values + [.text(terms.profileOption?.rawValue)])
        return id
    }

    /// Credentials by the name that an ACME client gives, while they are in force.
    package func acmeCredential(keyID: String) throws -> (
        key: APIKeyRecord, credential: ACMECredentialRecord
    )? {
        try row(
            """
            SELECT \(APIKeyRecord.columns), \(ACMECredentialRecord.columns)
            FROM acme_credentials m JOIN api_keys y ON y.id = m.api_key_id
            WHERE m.key_id = $1 AND y.revoked_at IS NULL
            """, [.text(keyID)]
        ) { (try APIKeyRecord(row: &$0), try ACMECredentialRecord(row: &$0)) }
    }

    /// The keys of the users whom a caller sees, or of one of them.
    package func keyEntries(for caller: Caller, user: ID<User>?) throws -> [KeyEntry] {
        var conditions = Conditions(keysFor: caller)
        if let user { conditions.add("y.user_id {}", .id(user)) }
        return try rows(
            "\(KeyEntry.statement)\(conditions.clause) ORDER BY y.id", conditions.values
        ) { try KeyEntry(row: &$0) }
    }

    package func keyEntry(_ id: ID<APIKey>, for caller: Caller) throws -> KeyEntry? {
        var conditions = Conditions(keysFor: caller)
        conditions.add("y.id {}", .id(id))
        return try row("\(KeyEntry.statement)\(conditions.clause)", conditions.values) {
            try KeyEntry(row: &$0)
        }
    }
}

extension Conditions {
    /// Whoever is confined to containers sees the keys of users in these, and its own.
    fileprivate init(keysFor caller: Caller) {
        self.init()
        add("y.account_id {}", .id(caller.account.id))
        guard !caller.scope.containerIDs.isEmpty else { return }
        let containers = caller.scope.containerIDs.map { bind(.id($0)) }.joined(separator: ", ")
        let own = bind(.id(caller.user.id))
        add(term: "(u.container_id IN (\(containers)) OR u.id = \(own))")
    }
}

extension KeyEntry {
    fileprivate static let statement = """
        SELECT \(APIKeyRecord.columns), u.id, u.first_name, u.last_name, u.email, g.name, \
        s.used_at, m.api_key_id, \(ACMECredentialRecord.columns) \
        FROM api_keys y JOIN users u ON u.id = y.user_id \
        LEFT JOIN acme_credentials m ON m.api_key_id = y.id \
        LEFT JOIN organizations g ON g.id = m.organization_id \
        LEFT JOIN key_uses s ON s.api_key_id = y.id
        """

    fileprivate init(row: inout Columns) throws {
        key = try APIKeyRecord(row: &row)
        user = UserReference(row: &row)
        organizationName = row.textIfPresent()
        lastUsedAt = row.dateIfPresent()
        let credential: ID<APIKey>? = row.idIfPresent()
        acme = credential == nil ? nil : try ACMECredentialRecord(row: &row)
    }
}

extension Transaction {
    /// What of all credentials is sealed.
    package func sealedMACKeys() throws -> [(keyID: String, sealed: [UInt8])] {
        try rows(
            "SELECT key_id, sealed_mac_key FROM acme_credentials ORDER BY key_id", []
        ) { ($0.text(), $0.bytes()) }
    }

    package func setSealedMACKey(_ sealed: [UInt8], of keyID: String) throws {
        try run(
            "UPDATE acme_credentials SET sealed_mac_key = $2 WHERE key_id = $1",
            [.text(keyID), .bytes(sealed)])
    }
}
