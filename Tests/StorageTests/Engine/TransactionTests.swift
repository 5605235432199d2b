import Storage
import TestKit
import Testing

@Suite struct TransactionTests {
    struct Stop: Error, Equatable {
        let number: Int
    }

    static func makeTable(_ store: any Database) async throws {
        let sql = store.dialect.translate(
            "CREATE TABLE samples (id {identity}, number BIGINT NOT NULL UNIQUE)")
        try await store.write { _ = try $0.run(sql, []) }
    }

    static func insert(_ number: Int, _ tx: any Transaction) throws {
        try tx.run("INSERT INTO samples (number) VALUES ($1)", [.int(number)])
    }

    @Sendable static func numbers(_ tx: any Transaction) throws -> [Int] {
        try tx.rows("SELECT number FROM samples ORDER BY number", []) { $0.int() }
    }

    @Test(
        "of many writes at once, those that throw are gone and the others kept",
        arguments: Engine.all)
    func group(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            try await Self.makeTable(store)
            let failed = await withTaskGroup(of: Int?.self) { group in
                for number in 0..<300 {
                    group.addTask { await Self.tryWriting(number, store) }
                }
                return await group.reduce(into: []) { $0 += [$1].compactMap(\.self) }
            }
            let isFailing: (Int) -> Bool = { $0.isMultiple(of: 3) }
            #expect(failed.sorted() == (0..<300).filter(isFailing))
            #expect(try await store.read(Self.numbers) == (0..<300).filter { !isFailing($0) })
        }
    }

    /// Writes a number, and takes every third back by throwing. Returns it if that was heard of.
    private static func tryWriting(_ number: Int, _ store: any Database) async -> Int? {
        do {
            try await store.write { tx in
                try insert(number, tx)
                if number.isMultiple(of: 3) { throw Stop(number: number) }
            }
            return nil
        } catch {
            return (error as? Stop)?.number
        }
    }

    @Test("a body may overwrite megabytes, and take them back", arguments: Engine.all)
    func overwriting(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            let sql = store.dialect.translate(
                "CREATE TABLE loads (id BIGINT PRIMARY KEY, load {bytes} NOT NULL)")
            let load: @Sendable (UInt8) -> SQLValue = { octet in
                .bytes(Array(repeating: octet, count: 1 << 20))
            }
            try await store.write { tx in
                try tx.run(sql, [])
                for id in 1...6 {
                    try tx.run(
                        "INSERT INTO loads (id, load) VALUES ($1, $2)", [.int(id), load(1)])
                }
            }
            let overwrite: @Sendable (any Transaction, UInt8) throws -> Void = { tx, octet in
                try tx.run("UPDATE loads SET load = $1", [load(octet)])
            }
            let first: @Sendable (any Transaction) throws -> [UInt8?] = { tx in
                try tx.rows("SELECT load FROM loads ORDER BY id", []) { $0.bytes().first }
            }
            try await store.write { try overwrite($0, 2) }
            #expect(try await store.read(first) == Array(repeating: 2, count: 6))
            await #expect(throws: Stop(number: 3)) {
                try await store.write { tx in
                    try overwrite(tx, 3)
                    throw Stop(number: 3)
                }
            }
            #expect(try await store.read(first) == Array(repeating: 2, count: 6))
        }
    }

    @Test(
        "a write whose statement fails takes nothing of its neighbours along",
        arguments: Engine.all)
    func conflict(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            try await Self.makeTable(store)
            try await store.write { try Self.insert(0, $0) }
            await withTaskGroup { group in
                for number in 1...100 {
                    group.addTask {
                        // The second statement meets the number that is there already.
                        try? await store.write { tx in
                            try Self.insert(number, tx)
                            if number.isMultiple(of: 2) { try Self.insert(0, tx) }
                        }
                    }
                }
            }
            let kept = (0...100).filter { $0 == 0 || !$0.isMultiple(of: 2) }
            #expect(try await store.read(Self.numbers) == kept)
        }
    }

    @Test("a body reads what it has written", arguments: Engine.all)
    func ownWrites(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            try await Self.makeTable(store)
            let seen = try await store.write { tx in
                try Self.insert(7, tx)
                return try Self.numbers(tx)
            }
            #expect(seen == [7])
        }
    }

    @Test("a read sees one state while others write", arguments: Engine.all)
    func consistency(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            try await Self.makeTable(store)
            let odd = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        // Always two rows at once, so no reader may ever count an odd number.
                        try await store.write { tx in
                            try Self.insert(2 * number, tx)
                            try Self.insert(2 * number + 1, tx)
                        }
                        return try await store.read { tx in
                            let first = try Self.numbers(tx).count
                            let second = try Self.numbers(tx).count
                            return first.isMultiple(of: 2) && first == second ? 0 : 1
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(odd == 0)
        }
    }

    @Test("an answered write is there for every reader", arguments: Engine.all)
    func visibility(engine: Engine) async throws {
        try await engine.withEmptyStore { store in
            try await Self.makeTable(store)
            for number in 0..<20 {
                try await store.write { try Self.insert(number, $0) }
                #expect(try await store.read(Self.numbers) == Array(0...number))
            }
        }
    }

    @Test("a store is the same when opened again", arguments: Engine.shared)
    func reopening(engine: Engine) async throws {
        let place = try await engine.newPlace()
        let store = try place.open()
        try await Self.makeTable(store)
        try await store.write { try Self.insert(7, $0) }
        try await store.close()
        let again = try place.open()
        #expect(try await again.read(Self.numbers) == [7])
        try await again.close()
    }
}
