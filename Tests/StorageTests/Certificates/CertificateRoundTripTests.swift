import Foundation
import OrderCore
import Storage
import TestKit
import Testing

@Suite struct CertificateRoundTripTests {
    private func withOrder(
        _ engine: Engine, _ body: (any Database, World, Pair) async throws -> Void
    ) async throws {
        try await engine.withStore { store in
            let (world, pair) = try await store.write { tx in
                let world = try tx.insertWorld()
                return (world, try tx.place(world))
            }
            try await body(store, world, pair)
        }
    }

    @Test("a certificate with everything is read as it was written", arguments: Engine.all)
    func full(engine: Engine) async throws {
        try await withOrder(engine) { store, world, pair in
            let content = Certificate.Content(
                commonName: "*.example.com", dnsNames: ["example.com", "b.example.com"],
                organizationUnits: ["Sales", "Süd"], csr: "line\nline\n", keySizeBits: 4096,
                signatureHash: "sha512", serverPlatformID: 45, profileOption: .kdcSmartCard,
                issuerID: world.issuerID, validity: .days(30))
            let (id, addition, read) = try await store.write { tx in
                let receipt = try tx.insert(NewReceipt.sample(try tx.order(pair.order)!, 0))
                let addition = Certificate.Addition(
                    receiptID: receipt, names: PurchasedNames(dns: 1, wildcard: 2))
                let id = try tx.insertPending(
                    .reissue, of: pair.order, world, content: content, addition: addition
                ).id
                return (id, addition, try tx.certificate(id))
            }
            #expect(
                read
                    == Certificate(
                        id: id, orderID: pair.order, accountID: world.accountID,
                        userID: world.userID, kind: .reissue, content: content,
                        addition: addition, state: .pending, isArchived: false, createdAt: noon))
        }
    }

    @Test("every state is read as it was saved", arguments: Engine.all)
    func states(engine: Engine) async throws {
        try await withOrder(engine) { store, world, pair in
            let issuance = world.issuance(3)
            let revoked = Revocation.Reason.allCases.map {
                Certificate.State.revoked(issuance, Revocation(reason: $0, date: noon))
            }
            for state in [.pending, .rejected, .issued(issuance)] + revoked + [.pending] {
                let read = try await store.write { tx in
                    try tx.save(state, of: pair.certificate)
                    return try tx.certificate(pair.certificate)?.state
                }
                #expect(read == state)
            }
        }
    }

    @Test("duplicates are numbered from 1, and found by their number", arguments: Engine.all)
    func duplicates(engine: Engine) async throws {
        try await withOrder(engine) { store, world, pair in
            let (numbers, found) = try await store.write { tx in
                let first = try tx.nextSubID(of: pair.order)
                let id = try tx.insertFurther(.duplicate(subID: first), of: pair, world)
                let numbers = [first, try tx.nextSubID(of: pair.order)]
                return (
                    numbers,
                    [
                        try tx.duplicate(subID: 1, of: pair.order)?.id == id,
                        try tx.duplicate(subID: 2, of: pair.order) == nil,
                    ]
                )
            }
            #expect(numbers == [1, 2])
            #expect(found == [true, true])
        }
    }

    @Test(
        "lists of further certificates are newest first, archived ones on request",
        arguments: Engine.all)
    func entries(engine: Engine) async throws {
        try await withOrder(engine) { store, world, pair in
            let (ids, lists) = try await store.write { tx in
                let ids = try (1...3).map {
                    try tx.insertFurther(.duplicate(subID: $0), of: pair, world)
                }
                let reissue = try tx.insertFurther(.reissue, of: pair, world)
                try tx.setArchived(true, of: ids[1])
                let lists = [
                    try tx.entries(.duplicate, of: pair.order, archived: .shown),
                    try tx.entries(.duplicate, of: pair.order, archived: .hidden),
                    try tx.entries(.reissue, of: pair.order, archived: .hidden),
                ]
                return (ids + [reissue], lists.map { $0.map(\.certificate.id) })
            }
            #expect(lists == [[ids[2], ids[1], ids[0]], [ids[2], ids[0]], [ids[3]]])
        }
    }

    @Test(
        "an issued certificate leads to its order by serial number and thumbprint",
        arguments: Engine.all)
    func lookup(engine: Engine) async throws {
        try await withOrder(engine) { store, world, pair in
            try await store.write { try $0.issue(pair, world, serial: 3) }
            let (orders, certificate, names) = try await store.read { tx in
                (
                    [
                        try tx.orderID(serialOrThumbprint: [7, 3], account: world.accountID),
                        try tx.orderID(serialOrThumbprint: [9, 3], account: world.accountID),
                        try tx.orderID(serialOrThumbprint: [9, 4], account: world.accountID),
                        try tx.orderID(serialOrThumbprint: [7, 3], account: 4711),
                    ],
                    try tx.certificate(serial: [7, 3])?.id,
                    try tx.orderFile(pair.order)?.issuerName
                )
            }
            #expect(orders == [pair.order, pair.order, nil, nil])
            #expect(certificate == pair.certificate)
            #expect(names == "Example")
        }
    }
}
