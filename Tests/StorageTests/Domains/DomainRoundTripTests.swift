import Foundation
import OrderCore
import Storage
import TestKit
import Testing

@Suite struct DomainRoundTripTests {
    static let controls = [
        DomainControl(method: .email, token: nil, submittedAt: nil, proof: nil),
        DomainControl(
            method: .http, token: .init(value: "abc", expiresAt: noon), submittedAt: noon,
            proof: .init(date: noon, validUntil: noon.addingTimeInterval(1), method: .dnsTXT)),
    ]

    @Test("a domain is read as it was written", arguments: controls, Engine.all)
    func writing(control: DomainControl, engine: Engine) async throws {
        try await engine.withStore { store in
            let (world, id, read) = try await store.write { tx in
                let world = try tx.insertWorld()
                let id = try tx.insert(NewDomain.sample(world, "example.com", control: control))
                return (world, id, try tx.domain(id))
            }
            #expect(
                read
                    == Domain(
                        id: id, accountID: world.accountID, containerID: world.rootID,
                        organizationID: world.organizationID, name: "example.com", isActive: true,
                        createdAt: noon, validationTypes: [.dv], control: control))
        }
    }

    @Test(
        "control is read as it was saved, method by method",
        arguments: ControlMethod.allCases, Engine.all)
    func saving(method: ControlMethod, engine: Engine) async throws {
        try await engine.withStore { store in
            let control = DomainControl(
                method: method, token: .init(value: "", expiresAt: noon), submittedAt: noon,
                proof: nil)
            let read = try await store.write { tx in
                let world = try tx.insertWorld()
                let id = try tx.insert(NewDomain.sample(world, "a.com", control: Self.controls[1]))
                try tx.save(control, of: id)
                return try tx.domain(id)?.control
            }
            #expect(read == control)
        }
    }

    @Test("domains are found by their names, in their account only", arguments: Engine.all)
    func names(engine: Engine) async throws {
        try await engine.withStore { store in
            let (found, none) = try await store.write { tx in
                let world = try tx.insertWorld()
                let stranger = try tx.insertWorld("Stranger")
                for name in ["a.com", "b.com"] { _ = try tx.insert(NewDomain.sample(world, name)) }
                _ = try tx.insert(NewDomain.sample(stranger, "c.com"))
                return (
                    try tx.domains(named: ["b.com", "a.com", "c.com"], of: world.accountID)
                        .map(\.name),
                    try tx.domains(named: [], of: world.accountID)
                )
            }
            #expect(found == ["a.com", "b.com"])
            #expect(none == [])
        }
    }

    @Test("an account has a domain once", arguments: Engine.all)
    func twins(engine: Engine) async throws {
        try await engine.withStore { store in
            let world = try await store.write { tx in
                let world = try tx.insertWorld()
                _ = try tx.insert(NewDomain.sample(world, "a.com"))
                return world
            }
            await #expect(throws: (any Error).self) {
                try await store.write { try $0.insert(NewDomain.sample(world, "a.com")) }
            }
        }
    }

    @Test(
        "domains are found by the days that their proof has left",
        arguments: [
            ("ov_expired_in_last_7_days", [-7, -1]), ("ev_expired_in_last_7_days", [-7, -1]),
            ("ov_expiring_within_7_days", [0, 7]), ("ov_expiring_within_30_days", [0, 7, 30]),
            ("ov_expiring_from_31_to_60_days", [31, 60]),
            ("ev_expiring_from_61_to_90_days", [61, 90]),
        ], Engine.all)
    func proofEnds(search: (word: String, days: [Int]), engine: Engine) async throws {
        try await engine.withStore { store in
            let found = try await store.write { tx in
                let world = try tx.insertWorld()
                _ = try tx.insert(NewDomain.sample(world, "unproved.com"))
                for day in [-8, -7, -1, 0, 7, 30, 31, 60, 61, 90, 91] {
                    let end = noon.addingTimeInterval(Double(day) * Span.daySeconds)
                    let control = DomainControl(
                        method: .email, token: nil, submittedAt: nil,
                        proof: .init(date: noon, validUntil: end, method: .email))
                    _ = try tx.insert(NewDomain.sample(world, "\(day).com", control: control))
                }
                var query = ListQuery<DomainProperty>(now: noon.addingTimeInterval(3600))
                query.filters = [.init(.validation, [.equals(.text(search.word))])]
                return try tx.domains(in: world.scope, query).map(\.name).elements
            }
            #expect(Set(found) == Set(search.days.map { "\($0).com" }))
        }
    }
}
