import Foundation
import Issuance
import OrderCore
import Registration
import Storage
import TestKit

/// Seven entries in four seals, and the store below the wrapper.
struct SampleLogbook {
    let house: SampleInstallation
    let store: any Database
    let start: Date

    init(on engine: Engine) async throws {
        house = try await SampleInstallation(on: engine)
        store = house.registry.database
        start = house.clock.wall.now
        _ = try await sealing.runOnce()
        try await add("k2")
        try await add("k3")
        _ = try await sealing.runOnce()
        for name in ["k4", "k5", "k6"] { try await add(name) }
        _ = try await sealing.runOnce()
        try await add("k7")
        _ = try await sealing.runOnce()
    }

    func add(_ name: String) async throws {
        _ = try await house.keys.create(name: name, role: .unrestricted)
    }

    var sealing: AuditSealing {
        AuditSealing(
            database: store, key: house.registry.auditKey, clock: house.registry.clock)
    }

    var inspection: AuditInspection {
        AuditInspection(
            database: store, key: AuditKey.sample(7, clock: house.clock),
            clock: house.registry.clock)
    }

    /// By somebody who starts afresh, and reads the key as a command would.
    func inspect(kept: AuditReport.Head? = nil) async throws -> AuditReport {
        try await inspection.run(kept: kept)
    }

    /// As somebody who may do everything in the database.
    func tamper(_ statements: String...) async throws {
        try await store.write { [dialect = store.dialect] tx in
            switch dialect {
            case .sqlite:
                for name in [
                    "audit_entries_stay", "audit_entries_remain", "audit_seals_stay",
                    "audit_seals_remain", "audit_anchors_stay", "audit_anchors_remain",
                ] {
                    try tx.run("DROP TRIGGER IF EXISTS \(name)", [])
                }
            case .postgres:
                for table in ["audit_entries", "audit_seals", "audit_anchors"] {
                    try tx.run("ALTER TABLE \(table) DISABLE TRIGGER ALL", [])
                }
            }
            for statement in statements { try tx.run(statement, []) }
        }
    }
}

extension AuditKey {
    /// As another process would read it, its installation's secret being so many times the octet.
    static func sample(_ octet: UInt8, clock: StoppedClock) -> AuditKey {
        let secret = SymmetricKeyOctets(Array(repeating: octet, count: 32))
        return AuditKey(
            secrets: { SecretBox(secret: .octets(secret)) }, clock: clock.wall, tokens: .system)
    }
}
