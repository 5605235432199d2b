import Foundation
import Issuance
package import OrderCore
package import Storage

/// Where credentials for ACME clients are made, and keys of all kinds are looked up.
package struct ACMECredentialDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package struct Wish: Sendable {
        package let name: String
        package let product: Product
        package let organizationID: ID<Organization>?
        package let containerID: ID<Container>?
        package let length: OrderLength
        package let profileOption: Certificate.ProfileOption?
        package let service: ACMECredentialRecord.Service

        package init(
            name: String, product: Product, organizationID: ID<Organization>?,
            containerID: ID<Container>?, length: OrderLength,
            profileOption: Certificate.ProfileOption?, service: ACMECredentialRecord.Service
        ) {
            self.name = name
            self.product = product
            self.organizationID = organizationID
            self.containerID = containerID
            self.length = length
            self.profileOption = profileOption
            self.service = service
        }
    }

    /// Credentials as their owner is shown them, this once.
    package struct Made: Sendable {
        package let id: ID<APIKey>
        package let keyID: String
        package let macKey: [UInt8]
    }

    package static let nameCharactersMax = 256
    /// As long as the block of the hash, and longer than its output: RFC 2104 section 3.
    static let macKeyOctets = 64
    static let keyIDOctets = 32

    package func make(
        _ wish: Wish, for caller: Caller, keeping keepsake: Keepsake<Made> = .none
    ) async throws -> Made {
        let now = registry.clock.now
        let macKey = registry.tokens.octets(Self.macKeyOctets)
        let keyID = registry.tokens.octets(Self.keyIDOctets).base64URL
        let sealed = try registry.secrets.seal(macKey, for: Self.purpose(of: keyID))
        // No one is told this one: the credentials open no door of the API.
        let hash = APIKeyHash.hash(registry.tokens.apiKey())
        return try await registry.database.write { tx in
            let terms = try tx.terms(of: wish, for: caller, at: now)
            let id = try tx.insert(
                NewACMECredential(
                    apiKey: NewAPIKey(
                        accountID: caller.account.id, userID: caller.user.id, name: wish.name,
                        hash: hash, role: .unrestricted, createdAt: now),
                    keyID: keyID, sealedMACKey: sealed, service: wish.service, terms: terms))
            let made = Made(id: id, keyID: keyID, macKey: macKey)
            try keepsake.keep(made, in: tx)
            return made
        }
    }

    /// The MAC key and the terms behind a name that an ACME client gave.
    package func credential(_ keyID: String) async throws -> (
        key: APIKeyRecord, terms: ACMECredentialTerms, macKey: [UInt8]
    )? {
        let found = try await registry.database.read { try $0.acmeCredential(keyID: keyID) }
        guard let found else { return nil }
        let macKey = try registry.secrets.open(
            found.credential.sealedMACKey, for: Self.purpose(of: keyID))
        return (found.key, found.credential.terms, macKey)
    }

    package func keys(of user: ID<User>?, for caller: Caller) async throws -> [KeyEntry] {
        try await registry.database.read { try $0.keyEntries(for: caller, user: user) }
    }

    package func key(_ id: ID<APIKey>, for caller: Caller) async throws -> KeyEntry {
        let entry = try await registry.database.read { try $0.keyEntry(id, for: caller) }
        guard let entry else { throw Refusal.notFound(.key) }
        return entry
    }

    static func purpose(of keyID: String) -> String { "ACME MAC key \(keyID)" }
}

extension Transaction {
    fileprivate func terms(
        of wish: ACMECredentialDesk.Wish, for caller: Caller, at now: Date
    ) throws -> ACMECredentialTerms {
        let container = try orderingContainer(wish.containerID, for: caller)
        guard let check = wish.product.validation.organizationCheck else {
            return ACMECredentialTerms(
                containerID: container, product: wish.product, organizationID: nil,
                length: wish.length, profileOption: wish.profileOption)
        }
        guard let id = wish.organizationID else { throw Refusal.required("organization_id") }
        guard let organization = try organization(id), organization.isActive,
            organization.accountID == caller.account.id
        else {
            throw Refusal.invalid("organization_id", "is \(id), which is no active organization")
        }
        guard organization.isValidated(for: check, at: now) else {
            throw Refusal.invalid(
                "organization_id", "is \(id), which is not validated for \(check.rawValue)")
        }
        try requireUsable(id, in: container)
        return ACMECredentialTerms(
            containerID: container, product: wish.product, organizationID: id,
            length: wish.length, profileOption: wish.profileOption)
    }
}

extension [UInt8] {
    /// RFC 4648 section 5, without padding.
    package var base64URL: String {
        Data(self).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            .replacing("=", with: "")
    }
}
