package import DomainControl
package import Foundation
package import Issuance
package import OrderCore
package import Storage
package import Transparency

/// What every desk leans on. Handed down from the root; there is one an installation.
package struct Registry: Sendable {
    package private(set) var database: any Database
    package let authority: CertificateAuthority
    package let clock: WallClock
    package let tokens: TokenSource
    /// Where the outside finds this installation.
    package let publication: Publication
    package let secrets: SecretBox
    /// What the entries of the audit log are vouched for with.
    package let auditKey: AuditKey
    package let control: any ControlChecker
    package let steps: StepRule
    /// Of certificates alone: whoever asks for a revocation says it.
    package let approvals: ApprovalRule
    /// When people are told that certificates end.
    package let noticeDays: NoticeDays
    /// Where signatures are written down, if they are.
    package let signings: SigningLedger?
    /// To which certificates are shown before they are issued, if they are.
    package let logs: PublicLogs?
    /// Which places in revocation lists this node may hand out.
    let crlPlaces: CRLPlaces
    /// Who answers for which issuer on this node.
    let responders: Responders
    /// Which keys were shown to this node.
    package let keyUses: KeyUses
    /// From which the list of orders is answered once it is ready.
    package private(set) var orderIndex: OrderIndex

    package init(
        database: any Database, authority: CertificateAuthority, clock: WallClock,
        tokens: TokenSource, publication: Publication, secrets: SecretBox, auditKey: AuditKey,
        control: any ControlChecker, steps: StepRule, approvals: ApprovalRule = .asked,
        noticeDays: NoticeDays = .standard, signings: SigningLedger? = nil, logs: PublicLogs? = nil,
        orderIndex: OrderIndex = OrderIndex()
    ) {
        self.database = database
        self.authority = authority
        self.clock = clock
        self.tokens = tokens
        self.publication = publication
        self.secrets = secrets
        self.auditKey = auditKey
        self.control = control
        self.steps = steps
        self.approvals = approvals
        self.noticeDays = noticeDays
        self.signings = signings
        self.logs = logs
        crlPlaces = CRLPlaces()
        responders = Responders()
        keyUses = KeyUses()
        self.orderIndex = orderIndex
    }

    /// Whether certificates for browsers are shown to logs.
    package var isLogging: Bool { logs != nil }

    /// The same node, with something put around its database.
    package func behind(_ database: any Database) -> Registry {
        var other = self
        other.database = database
        return other
    }

    /// The same node, with another index of the orders.
    package func listing(from index: OrderIndex) -> Registry {
        var other = self
        other.orderIndex = index
        return other
    }

    /// The same on another handle of the same database.
    package func served(by database: any Database) -> Registry {
        Registry(
            database: database, authority: authority, clock: clock, tokens: tokens,
            publication: publication, secrets: secrets, auditKey: auditKey, control: control,
            steps: steps, approvals: approvals, noticeDays: noticeDays, signings: signings,
            logs: logs, orderIndex: orderIndex)
    }

    enum Company: Sendable {
        /// Rows are added that nobody knows yet, such as those of a new order, and nothing else.
        case crowd
        /// What is written leans on row versions only, such as a certificate of a new order.
        case others
        /// It writes or wakes work that waits, or leans on what it reads.
        case nobody
    }

    /// Writes down what a desk has decided, beside others or alone.
    func record<Value: Sendable>(
        beside company: Company, _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        switch company {
        case .crowd: try await database.writeNew(body)
        case .others: try await database.writeGuarded(body)
        case .nobody: try await database.write(body)
        }
    }
}

/// The one clock. Tests stop it; a sandbox can move it.
package struct WallClock: Sendable {
    private let read: @Sendable () -> Date

    package init(_ read: @escaping @Sendable () -> Date) {
        self.read = read
    }

    package var now: Date { read() }

    package static let system = WallClock { Date() }
}

extension Registry {
    /// Throws where the database does not answer.
    package func checkReady() async throws {
        _ = try await database.read { try $0.rootAccount() }
    }
}
