package import DomainControl
package import Issuance
package import OrderCore
package import Registration
package import Storage
package import Transparency

/// A new installation, the same in every run: clock stopped, chance seeded, keys fixed.
package struct SampleInstallation: Sendable {
    package let clock: StoppedClock
    package let chance: SeededChance
    package let registry: Registry
    package let keeper: any Keeper
    /// The administrator's key.
    package let apiKey: String
    /// Where its store lies. The store closes when nobody holds it any more.
    package let place: StorePlace

    package static let publication = Publication(baseURL: "http://ca.example.com")

    /// - Parameters:
    ///   - control: looks for proofs of control; by default it finds none.
    ///   - keeper: makes and keeps the keys of the CA; by default two that are known to everyone.
    ///   - profiles: by which it issues; by default those that come with the program.
    ///   - wrap: puts something around the database that the desks see, to fail for them.
    ///   - logs: to which certificates are shown, by this clock; by default to none.
    package init(
        on engine: Engine = .usual,
        control: any ControlChecker = BlindChecker(), steps: StepRule = .people,
        approvals: ApprovalRule = .asked,
        keeper chosen: (any Keeper)? = nil, profiles: ProfileBook = .shipped,
        wrap: (any Database) -> any Database = { $0 },
        logs: (StoppedClock) throws -> PublicLogs? = { _ in nil }
    ) async throws {
        clock = StoppedClock()
        chance = SeededChance()
        place = try await engine.newPlace()
        let store = try place.open()
        try await store.migrate()
        let secrets = SecretBox(
            secret: .octets(SymmetricKeyOctets(Array(repeating: 7, count: 32))))
        let auditKey = AuditKey(
            secrets: { secrets }, clock: clock.wall, tokens: .system)
        let database = AuditedDatabase(store, witness: auditKey, standIn: .worker("test"))
        keeper = try chosen ?? FixedKeeper()
        let founding = Founding(
            database: database, keepers: Keepers(files: keeper), serials: chance, clock: clock.wall,
            tokens: chance.tokens)
        apiKey = try await founding.found(Founding.Plan(), publication: Self.publication)
        let authority = try await CertificateAuthority(
            from: database, keeper: keeper, serials: chance, publication: Self.publication,
            profiles: profiles)
        let plain = Registry(
            database: database, authority: authority, clock: clock.wall,
            tokens: chance.tokens,
            publication: Self.publication,
            secrets: secrets, auditKey: auditKey,
            control: control, steps: steps, approvals: approvals, logs: try logs(clock))
        // What is done once a start is not what tests of single steps are about.
        try await plain.takeCRLPlaces()
        registry = plain.behind(wrap(database))
    }

    /// Another node of the same installation, with connections of its own.
    package func anotherNode() throws -> Registry {
        try registry.served(
            by: AuditedDatabase(
                place.open(), witness: registry.auditKey, standIn: .worker("test")))
    }

    package var authorities: AuthorityDesk {
        AuthorityDesk(database: registry.database, clock: registry.clock)
    }

    package var workshop: AuthorityWorkshop {
        AuthorityWorkshop(
            database: registry.database,
            keepers: Keepers(files: keeper, intake: keeper as? any KeyIntake), serials: chance,
            clock: registry.clock,
            publication: Self.publication)
    }

    package var keys: KeyDesk {
        KeyDesk(database: registry.database, clock: registry.clock, tokens: registry.tokens)
    }

    package var administrator: Caller {
        get async throws { try await keys.caller(showing: apiKey) }
    }

    /// Adds a user of the first account, confined to `containers` if there are any, with a key.
    package func addUser(
        _ role: Role, keyRole: KeyRole = .unrestricted, containers: [ID<Container>] = []
    ) async throws -> (id: ID<User>, apiKey: String) {
        let key = registry.tokens.apiKey()
        let now = registry.clock.now
        let name = "\(role)-\(keyRole)-\(key.prefix(6))"
        let id = try await registry.database.write { tx in
            let account = try tx.ownAccount()
            let administrator = try tx.administrator(of: account.id)!
            let id: ID<User> = try tx.insert(
                NewUser(
                    accountID: account.id,
                    containerID: containers.first ?? administrator.containerID,
                    username: name, firstName: "Rory", lastName: "\(role.name)",
                    email: "\(name)@example.com", jobTitle: nil, telephone: nil, role: role,
                    assignments: containers))
            _ = try tx.insert(
                NewAPIKey(
                    accountID: account.id, userID: id, name: name, hash: APIKeyHash.hash(key),
                    role: keyRole, createdAt: now))
            return id
        }
        return (id, key)
    }
}
