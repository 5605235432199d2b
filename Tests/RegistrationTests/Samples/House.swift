import Foundation
import Issuance
import Logging
import OrderCore
import Registration
import Storage
import TestKit
import Transparency

/// A sample installation with its administrator, and every desk at hand.
struct House: Sendable {
    let installation: SampleInstallation
    let administrator: Caller

    init(
        keeper: (any Keeper)? = nil, wrap: (any Database) -> any Database = { $0 },
        logs: (StoppedClock) throws -> PublicLogs? = { _ in nil }
    ) async throws {
        installation = try await SampleInstallation(keeper: keeper, wrap: wrap, logs: logs)
        administrator = try await installation.administrator
        registry = installation.registry
    }

    /// The same on another node.
    init(_ house: House, on node: Registry) {
        installation = house.installation
        administrator = house.administrator
        registry = node
    }

    let registry: Registry
    var store: any Database { registry.database }
    var orders: OrderDesk { OrderDesk(registry: registry) }
    var requests: RequestDesk { RequestDesk(registry: registry) }
    var further: FurtherDesk { FurtherDesk(registry: registry) }
    var revocations: RevocationDesk { RevocationDesk(registry: registry) }
    var domains: DomainDesk { DomainDesk(registry: registry) }
    var organizations: OrganizationDesk { OrganizationDesk(registry: registry) }
    var parties: PartyDesk { PartyDesk(registry: registry) }
    var settings: SettingsDesk { SettingsDesk(registry: registry) }
    var archive: ArchiveDesk { ArchiveDesk(registry: registry) }

    var worker: IssuanceWorker {
        IssuanceWorker(
            registry: registry, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    var logWorker: LogWorker {
        LogWorker(
            registry: registry, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    /// A name that the sample installation has no proof for.
    static let unproved = "www.other.org"

    func place(
        _ commonName: String = "www.example.com", _ names: [String] = [],
        product: String = "ssl_plus", approval: ApprovalWish = .skip, for caller: Caller? = nil,
        _ change: (inout OrderWish) -> Void = { _ in }
    ) async throws -> Placement {
        var wish = try OrderWish.sample(
            product, authority: registry.authority, approval: approval
        ) {
            $0.commonName = commonName
            $0.dnsNames = names
        }
        change(&wish)
        return try await orders.place(wish, for: caller ?? administrator)
    }

    func furtherWish(
        _ filing: FurtherWish.Filing, _ names: [String] = ["www.example.com"],
        approval: ApprovalWish = .skip
    ) throws -> FurtherWish {
        FurtherWish(
            certificate: try .sample(
                ProductCatalog.product("ssl_plus")!, authority: registry.authority
            ) {
                $0.commonName = names[0]
                $0.dnsNames = Array(names.dropFirst())
                $0.csr = SampleCSR.otherRSA
            },
            approval: approval, comments: nil, filing: filing, control: ControlWish(method: .dnsTXT)
        )
    }

    func reissue(
        _ id: ID<Order>, _ names: [String] = ["www.example.com"], approval: ApprovalWish = .skip
    ) async throws -> Placement {
        try await further.request(
            try furtherWish(.reissue, names, approval: approval), on: id, for: administrator)
    }

    func duplicate(
        _ id: ID<Order>, _ names: [String] = ["www.example.com"], approval: ApprovalWish = .skip
    ) async throws -> Placement {
        try await further.request(
            try furtherWish(.duplicate, names, approval: approval), on: id, for: administrator)
    }

    func decide(_ id: ID<Request>, _ target: RequestState) async throws {
        try await requests.decide(id, target, comment: "so be it", for: administrator)
    }

    func cancel(_ id: ID<Order>) async throws {
        try await orders.cancel(id, note: "never mind", for: administrator)
    }

    func order(_ id: ID<Order>) async throws -> Order? { try await store.read { try $0.order(id) } }

    func state(_ id: ID<Order>) async throws -> OrderState? { try await order(id)?.state }

    func certificates(_ id: ID<Order>) async throws -> [Certificate] {
        try await store.read { try $0.certificates(of: id) }
    }

    func effectsCount() async throws -> Int {
        try await store.read { try $0.rows("SELECT count(*) FROM effects", []) { $0.int() }[0] }
    }

    func caller(
        _ role: Role, keyRole: KeyRole = .unrestricted, containers: [ID<Container>] = []
    ) async throws -> Caller {
        let user = try await installation.addUser(role, keyRole: keyRole, containers: containers)
        return try await installation.keys.caller(showing: user.apiKey)
    }

    /// The administrator of a new subaccount.
    func stranger() async throws -> Caller {
        var organization = OrganizationText()
        organization.name = "Stranger"
        organization.address = "2 Street"
        organization.city = "Town"
        organization.state = "State"
        organization.zip = "1"
        organization.country = "us"
        var user = FounderText()
        user.firstName = "Sam"
        user.lastName = "Stranger"
        user.email = "sam@example.org"
        let made = try await SubaccountDesk(registry: registry).add(
            .init(kind: .managed, childName: nil, organization: organization, user: user),
            for: administrator)
        return try await installation.keys.caller(showing: made.apiKey)
    }
}

/// What a certificate's state is, without its bytes.
enum Standing: Equatable {
    case pending, rejected, issued
    case revoked(Revocation.Reason)
}

extension Certificate {
    var standing: Standing {
        switch state {
        case .pending: .pending
        case .rejected: .rejected
        case .issued: .issued
        case .revoked(_, let revocation): .revoked(revocation.reason)
        }
    }
}

extension OrderState {
    func refusal(_ deed: String) -> Refusal {
        Refusal(.invalidOrderState, "The order cannot be \(deed) while its status is \(rawValue).")
    }
}
