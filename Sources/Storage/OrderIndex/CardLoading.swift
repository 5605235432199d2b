import Foundation
import Synchronization

/// Reads all the cards that there are, on as many threads as there are cores: each takes a stretch
/// of the ids, a drawer at a time.
///
/// Each drawer is read from a snapshot of its own: whoever reads them takes in afterwards what has
/// changed since the mark that they were read from.
final class CardLoading: Sendable {
    /// What a card takes at least, with those of its requests: of so many orders that even these
    /// find no room, none is read.
    static let octetsPerCardMin = 48
    /// More threads than this would leave nobody to answer requests.
    static let stretchesMax = 4

    private struct State {
        var books = CardBooks()
        var octets = 0
    }

    private let database: any Database
    private let measures: OrderIndex.Measures
    private let state = Mutex(State())

    init(_ database: any Database, _ measures: OrderIndex.Measures) {
        self.database = database
        self.measures = measures
    }

    /// - Returns: `nil` where there is no room for all of them.
    func cards(from mark: IndexMark) async throws -> OrderCards? {
        do {
            guard try await mayFit() else { return nil }
            let orders = try await drawers(of: "orders") { [self] tx, ids, limit in
                let cards = try tx.cards(in: ids, limit: limit)
                return Drawer(state.withLock { state in cards.map { state.books.file($0) } })
            }
            let requests = try await drawers(of: "requests") { tx, ids, limit in
                RequestDrawer(try tx.requestCards(in: ids, limit: limit))
            }
            return OrderCards(
                mark: mark, measures, state.withLock { $0.books }, orders: orders,
                requests: requests)
        } catch is NoRoom {
            return nil
        }
    }

    /// Counts orders where their ids tell that there may be too many.
    private func mayFit() async throws -> Bool {
        let most = measures.octetsMax / Self.octetsPerCardMin
        return try await database.read { tx in
            guard let ids = try tx.ids(of: "orders"),
                ids.upperBound - ids.lowerBound >= Int64(most)
            else { return true }
            return try tx.countOfOrders() <= most
        }
    }

    private typealias Read<Part> =
        @Sendable (_ tx: any Transaction, _ ids: ClosedRange<Int64>, _ limit: Int) throws -> Part

    /// The rows of a table in drawers, in the order of their ids.
    private func drawers<Part: CardDrawer>(
        of table: String, _ read: @escaping Read<Part>
    ) async throws -> [Part] {
        guard let ids = try await database.read({ try $0.ids(of: table) }) else { return [] }
        return try await withThrowingTaskGroup(of: (place: Int, drawers: [Part]).self) { group in
            for (place, stretch) in Self.stretches(of: ids).enumerated() {
                group.addTask { (place, try await self.drawers(in: stretch, read)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
                .sorted { $0.place < $1.place }.flatMap(\.drawers)
        }
    }

    private func drawers<Part: CardDrawer>(
        in stretch: ClosedRange<Int64>, _ read: @escaping Read<Part>
    ) async throws -> [Part] {
        let limit = measures.rowsPerDrawer
        var drawers: [Part] = []
        var ids = stretch
        while true {
            let next = try await database.read { [ids] in try read($0, ids, limit) }
            guard let end = next.ids.last else { return drawers }
            drawers.append(next)
            let octets = state.withLock { state in
                state.octets += next.octets
                return state.octets + state.books.octets
            }
            guard octets <= measures.octetsMax else { throw NoRoom() }
            guard end < stretch.upperBound else { return drawers }
            ids = (end + 1)...stretch.upperBound
            try Task.checkCancellation()
        }
    }

    private static func stretches(of ids: ClosedRange<Int64>) -> [ClosedRange<Int64>] {
        let count = Int64(min(stretchesMax, ProcessInfo.processInfo.activeProcessorCount))
        let length = max(1, (ids.upperBound - ids.lowerBound) / count + 1)
        return stride(from: ids.lowerBound, through: ids.upperBound, by: Int(length)).map {
            $0...min($0 + length - 1, ids.upperBound)
        }
    }

    private struct NoRoom: Error {}
}

extension Transaction {
    fileprivate func countOfOrders() throws -> Int {
        try row("SELECT count(*) FROM orders o", []) { $0.int() } ?? 0
    }

    /// From the first id of a table to the last one; `nil` where it is empty.
    func ids(of table: String) throws -> ClosedRange<Int64>? {
        try row(
            "SELECT (SELECT min(t.id) FROM \(table) t), (SELECT max(t.id) FROM \(table) t)", []
        ) { row -> ClosedRange<Int64>? in
            guard let first = row.longIfPresent(), let last = row.longIfPresent() else {
                return nil
            }
            return first...last
        } ?? nil
    }
}
