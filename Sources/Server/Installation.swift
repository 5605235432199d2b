package import Foundation
import Issuance
import PKCS11Driver
package import Registration
package import Storage
package import Transparency

/// A data folder, opened: its database, and the keys if they are needed.
package struct Installation: Sendable {
    package let database: any Database
    let auditKey: AuditKey
    private let secret: NodeSecret
    private let signings: SigningLedger
    /// What certificates name.
    private let address: PublishedAddress
    let settings: Settings

    /// The folders and files of an installation, beside the database's own.
    enum Place {
        static let keys = "keys"
        static let signings = "signings"
        static let foundingLock = "founding.lock"
        static let orderIndex = "orders.index"
    }

    /// Opens the data folder, making it if it is not there, and brings the schema up to date.
    package static func open(
        _ settings: Settings, for asker: Settings.Asker = .command
    ) async throws -> Installation {
        // Whatever is written from here on is the owner's alone.
        umask(0o077)
        try CoreDumps.forbid()
        let folder = URL(filePath: settings.dataFolder)
        try DurableFolder.make(folder)
        let database = try settings.database.open(dataFolder: settings.dataFolder)
        let secret = NodeSecret(settings, isFirst: try await database.isVacant())
        let auditKey = AuditKey(
            secrets: { SecretBox(secret: try secret.secret()) }, clock: .system, tokens: .system)
        try await Patience.$current.withValue(.ofWork) { try await auditKey.migrate(database) }
        try await CompromisedKeys.noteEarlier(in: database)
        try await auditKey.settle(settings.dataFolder, database)
        let kept = try await database.read { try $0.publishedAddress() }
        return Installation(
            database: AuditedDatabase(database, witness: auditKey), auditKey: auditKey,
            secret: secret, signings: newLedger(settings),
            address: settings.publication.address(for: asker, kept: kept), settings: settings)
    }

    /// Has commands go by the address that this server has, if they do not yet.
    ///
    /// - Returns: the other one that was kept, if any.
    @discardableResult
    package func keepAddress() async throws -> AddressChange? {
        let address = address
        let kept = try await database.read { try $0.publishedAddress() }
        guard kept != address else { return nil }
        try await database.write { try $0.set(address) }
        guard let kept, kept.url != address.url else { return nil }
        return AddressChange(before: kept.url, now: address.url)
    }

    package var keyDesk: KeyDesk {
        KeyDesk(database: database, clock: .system, tokens: .system)
    }

    /// The time by which the desks go.
    package var now: Date { Self.now }
    package static var now: Date { WallClock.system.now }

    package var founding: Settings.FoundingWords { settings.founding }

    package var authorities: AuthorityDesk {
        get throws {
            AuthorityDesk(
                database: database, clock: .system, profiles: try settings.profiles.book())
        }
    }

    /// Where authorities are made. Unseals the keys.
    package func workshop() throws -> AuthorityWorkshop {
        AuthorityWorkshop(
            database: database, keepers: try keepers(), serials: SystemSerialSource(),
            clock: .system, publication: publication)
    }

    package var owners: OwnersDesk { OwnersDesk(database: database, clock: .system) }

    /// Makes CA, account, administrator and API key, where they are not there yet. Returns the
    /// key, which nobody will see again; `nil` where there was nothing to make.
    ///
    /// Of several nodes that start at once, one founds: the database takes it once, and those that
    /// share a data folder wait for each other, so that they share its keys, too.
    package func foundIfNew() async throws -> String? {
        if try await isFounded() { return nil }
        let lock = try FileLock(
            URL(filePath: settings.dataFolder).appending(path: Place.foundingLock))
        defer { lock.release() }
        if try await isFounded() { return nil }
        let plan = Self.plan(settings)
        let founding = Founding(
            database: database, keepers: try keepers(), serials: SystemSerialSource(),
            clock: .system, tokens: .system)
        do {
            return try await founding.found(plan, publication: publication)
        } catch FoundingProblem.alreadyFounded {
            return nil
        } catch SecretBox.Problem.closed(let form) {
            throw try secret.takeBack() ?? SecretBox.Problem.closed(under: form)
        }
    }

    private func isFounded() async throws -> Bool {
        let isDone = try await Founding.isDone(in: database)
        if isDone { secret.noteInstallation() }
        return isDone
    }

    private static func plan(_ settings: Settings) -> Founding.Plan {
        var plan = Founding.Plan()
        plan.organizationName = settings.founding.organization
        plan.country = settings.founding.country
        plan.domain = settings.founding.domain
        plan.administratorEmail = settings.founding.administratorEmail
        plan.keyPlace = settings.founding.keyPlace
        return plan
    }

    /// Stops a command that would found what cannot be, before anything is made for it.
    package static func checkFounding(_ settings: Settings) throws {
        if settings.database.lacksFile(dataFolder: settings.dataFolder) {
            try plan(settings).check()
        }
    }

    /// Stops a command that makes no sense before there is anything.
    package func requireFounded() async throws {
        guard try await Founding.isDone(in: database) else {
            throw SettingsProblem(missingIn: databaseName)
        }
    }

    /// Stops a command on a data folder without a database, before one is made there.
    package static func requireFile(_ settings: Settings) throws {
        if settings.database.lacksFile(dataFolder: settings.dataFolder) {
            throw SettingsProblem(missingIn: settings.dataFolder)
        }
    }

    /// Everything that the desks lean on, the CA's keys unsealed.
    package func registry() async throws -> Registry {
        let parts = try authorityParts()
        let authority = try await Self.authority(database, parts)
        return try registry(around: authority)
    }

    /// Worked out apart from what is awaited: the optimizer of Swift 6.3.1 does not survive both in
    /// one function.
    private struct AuthorityParts {
        let keeper: any Keeper
        let publication: Publication
        let profiles: ProfileBook
    }

    @inline(never)
    private func authorityParts() throws -> AuthorityParts {
        AuthorityParts(
            keeper: try keepers().all, publication: publication,
            profiles: try settings.profiles.book())
    }

    @inline(never)
    private static func authority(
        _ database: any Database, _ parts: AuthorityParts
    ) async throws -> CertificateAuthority {
        try await CertificateAuthority(
            from: database, keeper: parts.keeper, serials: SystemSerialSource(),
            publication: parts.publication, profiles: parts.profiles)
    }

    @inline(never)
    private func registry(around authority: CertificateAuthority) throws -> Registry {
        try requireKeys(of: authority)
        return Registry(
            database: database, authority: authority, clock: .system, tokens: .system,
            publication: publication, secrets: SecretBox(secret: try secret.secret()),
            auditKey: auditKey,
            control: try settings.control.checker(),
            steps: settings.isSandbox ? .sandbox : .people,
            approvals: settings.approvesOwn ? .own : .asked, noticeDays: settings.noticeDays,
            signings: signings, logs: try settings.transparency.logs(),
            orderIndex: OrderIndex(file: indexFile))
    }

    private var indexFile: IndexFile {
        IndexFile(
            path: URL(filePath: settings.dataFolder).appending(path: Place.orderIndex)
                .path(percentEncoded: false), newToken: TokenSource.system.publicID)
    }

    /// The logs that are configured, if any.
    package var logs: PublicLogs? { get throws { try settings.transparency.logs() } }

    /// What the database may be called in messages.
    package var databaseName: String { settings.database.name(dataFolder: settings.dataFolder) }

    /// Seals what this process has added to the audit log, and closes.
    package func close() async throws {
        let mark = try signings.newMark()
        if !secret.isTakenBack, let audited = database as? AuditedDatabase,
            audited.hasWritten || mark != nil
        {
            _ = try await auditSealing.runOnce(ledger: mark?.text)
        }
        try signings.close()
        try await database.close()
    }

    /// The database may be shared while the keys are not there: then nothing could be signed.
    private func requireKeys(of authority: CertificateAuthority) throws {
        // A root signs no orders, and its key may be elsewhere.
        guard
            let missing = authority.roster.issuing.first(where: {
                authority.signer(of: $0.id) == nil
            })
        else { return }
        throw SettingsProblem(
            missingKeyOf: missing.name, at: missing.keyPlace,
            folder: "\(settings.dataFolder)/\(Place.keys)",
            token: settings.token?.place.tokenLabel)
    }

    private var publication: Publication {
        Publication(baseURL: address.url, pagesURL: settings.publication.pagesURL)
    }

    package var auditSealing: AuditSealing {
        AuditSealing(database: database, key: auditKey, clock: .system)
    }

    package var auditInspection: AuditInspection {
        AuditInspection(database: database, key: auditKey, clock: .system)
    }

    var auditPruning: AuditPruning {
        AuditPruning(database: database, key: auditKey, clock: .system)
    }

    package var auditExport: AuditExport { AuditExport(database: database) }

    /// - Parameter others: folders with the logs of other nodes.
    package func signingInspection(others: [String]) -> SigningInspection {
        SigningInspection(
            database: database,
            folders: [Self.signingFolder(settings)] + others.map { URL(filePath: $0) })
    }

    private static func signingFolder(_ settings: Settings) -> URL {
        URL(filePath: settings.dataFolder).appending(path: Place.signings)
    }

    /// A log of this process; it is made with the first signature.
    private static func newLedger(_ settings: Settings) -> SigningLedger {
        let clock = WallClock.system
        let milliseconds = Int64(clock.now.timeIntervalSince1970 * 1000)
        let node = ProcessInfo.processInfo.hostName.filter {
            $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".")
        }
        let process = ProcessInfo.processInfo.processIdentifier
        return SigningLedger(
            folder: signingFolder(settings), name: "\(milliseconds)-\(node)-\(process)",
            now: { clock.now })
    }

    static func keyFolder(_ settings: Settings) -> URL {
        URL(filePath: settings.dataFolder).appending(path: Place.keys)
    }

    private func keepers() throws -> Keepers {
        let files = try keeper()
        let token = try settings.token.map {
            WitnessedKeeper(try TokenKeeper($0.place, pin: $0.pin), ledger: signings)
        }
        return Keepers(
            files: WitnessedKeeper(files, ledger: signings), token: token, intake: files)
    }

    private func keeper() throws -> SealedFileKeeper {
        let folder = Self.keyFolder(settings)
        return try SealedFileKeeper(folder: folder, secret: try secret.secret())
    }
}

extension SettingsProblem {
    fileprivate init(missingIn place: String) {
        self.init(
            description: "There is no installation in \(place) yet. Make one with: chancery init")
    }
}
