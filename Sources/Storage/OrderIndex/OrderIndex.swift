import Synchronization

/// A card index of the orders and of their requests, kept in memory by each node that lists them: a
/// few octets each, from which any filter, count and page of their lists is found in milliseconds.
///
/// It holds nothing that the database does not. It is taken from a file that an earlier run left
/// (``open(_:)``), or read in the background, from the start where orders are many and otherwise
/// once somebody asks for a list, and dropped where anything about it is in doubt; until it is
/// there, lists are answered by SQL, which stays the reference. Each list first takes in what has
/// changed up to the very snapshot that it is answered from, so it is never behind; where it is
/// ahead of a snapshot, since another list was answered meanwhile, the list is asked again on a
/// newer one.
package final class OrderIndex: Sendable {
    /// How it is laid out.
    package struct Measures: Sendable {
        /// The most memory for cards; past it, lists are answered by SQL.
        let octetsMax: Int
        let rowsPerDrawer: Int
        /// So many cards are sorted as they are; of more, those on the page are found first.
        let sortedMax: Int
        /// Fewer cards than this are as quickly read from the database as from a file.
        let filedMin: Int

        /// A power of two, so that the number of a drawer and of a row make one number, and a
        /// multiple of 64, so that each drawer has words of its own in a mask.
        package static let rowsPerDrawerMax = 16_384

        package static let standard = Measures()

        package init(
            octetsMax: Int = 160 << 20, rowsPerDrawer: Int = Measures.rowsPerDrawerMax,
            sortedMax: Int = 2_048, filedMin: Int = OrderIndex.ordersUnasked
        ) {
            precondition(rowsPerDrawer <= Self.rowsPerDrawerMax && sortedMax > 0)
            self.octetsMax = octetsMax
            self.rowsPerDrawer = rowsPerDrawer
            self.sortedMax = sortedMax
            self.filedMin = filedMin
        }
    }

    /// From so many orders on it is read though no list was asked for yet: until it is there, the
    /// first lists would be slow.
    package static let ordersUnasked = 20_000
    /// Changes that a list takes in before it answers; past them, the index is read anew.
    static let changesMax = 20_000
    /// How often it takes in changes that no list has asked for, and looks whether one has asked.
    package static let idleSeconds = 1
    /// How often a list is asked again where the index is ahead of it.
    static let attemptsMax = 4
    /// Where it stays ahead this often, the database is another one: an older state came back.
    static let timesAheadMax = 5

    private struct State {
        var cards: OrderCards?
        /// Whether a list was asked for, or orders are many.
        var isWanted = false
        /// Whether it is known if they are.
        var hasLooked = false
        var isTooLarge = false
        /// How often in a row it was found ahead of the newest snapshot there was.
        var timesAhead = 0
        /// What the file holds, and when that was looked at last.
        var filed: IndexMark?
        var filedAt: ContinuousClock.Instant?
    }

    private let state = Mutex(State())
    let reading = CardReading()
    let measures: Measures
    let file: IndexFile?

    /// - Parameter file: where the cards are kept for the next start, if anywhere.
    package init(_ measures: Measures = .standard, file: IndexFile? = nil) {
        self.measures = measures
        self.file = file
    }

    /// Whether lists are answered from it.
    package var isReady: Bool { state.withLock { $0.cards != nil } }

    /// The cards as the transaction's snapshot has them; `nil` while there are none.
    func cards(_ tx: any Transaction, _ dialect: Dialect) throws -> OrderCards? {
        let kept = state.withLock { state in
            state.isWanted = true
            return state.cards?.mark
        }
        guard let kept else { return nil }
        let mark = try tx.indexMark(dialect)
        var changes = CardChanges.none
        if mark != kept {
            guard mark.covers(kept) else { throw IndexAhead() }
            guard let since = mark.changes(since: kept),
                let found = try tx.cards(
                    where: since.condition, since.values, max: Self.changesMax)
            else {
                drop()
                return nil
            }
            changes = found
        }
        return try state.withLock { state in
            guard let now = state.cards?.mark else { return nil }
            if now == mark { return state.cards }
            // Somebody took in other changes meanwhile: they may be newer than ours.
            guard now == kept else { throw IndexAhead() }
            state.cards?.take(changes, until: mark)
            return state.cards
        }
    }

    /// Lets the cards go. They are read again.
    func drop() {
        state.withLock { $0.cards = nil }
    }

    /// Reads the cards where somebody has asked for them or orders are many, or takes in what has
    /// changed.
    ///
    /// - Returns: 0; there is never more to do at once.
    package func keep(_ database: any Database) async throws -> Int {
        try await look(database)
        let (isWanted, isReady) = state.withLock { ($0.isWanted, $0.cards != nil) }
        if isReady {
            try await refresh(database)
            if isFileDue() { try await save(database) }
        } else if isWanted {
            try await withTaskExecutorPreference(reading) {
                try await load(database)
                CardReading.giveBack()
            }
        }
        return 0
    }

    /// Looks once whether there are many orders.
    private func look(_ database: any Database) async throws {
        guard !state.withLock({ $0.hasLooked }) else { return }
        let isLarge = try await database.read { try $0.hasOrders(beyond: Self.ordersUnasked) }
        state.withLock { state in
            state.hasLooked = true
            if isLarge { state.isWanted = true }
        }
    }

    private func refresh(_ database: any Database) async throws {
        let dialect = database.dialect
        do {
            let octets = try await database.read { try self.cards($0, dialect)?.octets }
            state.withLock { $0.timesAhead = 0 }
            if let octets, octets > measures.octetsMax { refuse() }
        } catch is IndexAhead {
            // Mostly a list was answered meanwhile, and has done it.
            state.withLock { state in
                state.timesAhead += 1
                if state.timesAhead >= Self.timesAheadMax { state.cards = nil }
            }
        }
    }

    /// Reads all of it, a drawer at a time, so that nothing is held up for long.
    package func load(_ database: any Database) async throws {
        guard !state.withLock({ $0.isTooLarge }) else { return }
        let dialect = database.dialect
        let before = try await database.read { try $0.indexMark(dialect) }
        guard let cards = try await CardLoading(database, measures).cards(from: before) else {
            return refuse()
        }
        // What changed while it was read: from there on, it is as one snapshot has it.
        if let cards = try await catchUp(cards, database) { adopt(cards) }
    }

    /// The cards as they are now; `nil` where too much has changed since their mark.
    func catchUp(_ cards: OrderCards, _ database: any Database) async throws -> OrderCards? {
        let before = cards.mark
        let dialect = database.dialect
        let rest = try await database.read { tx -> (changes: CardChanges?, mark: IndexMark) in
            let mark = try tx.indexMark(dialect)
            guard mark.covers(before), let since = mark.changes(since: before) else {
                return (nil, mark)
            }
            return (
                try tx.cards(where: since.condition, since.values, max: Self.changesMax), mark
            )
        }
        guard let changes = rest.changes else { return nil }
        var cards = cards
        cards.take(changes, until: rest.mark)
        return cards
    }

    /// - Parameter filed: the mark of the file that they are from, if they are from one.
    func adopt(_ cards: OrderCards, filed: IndexMark? = nil) {
        state.withLock { state in
            state.cards = cards
            state.isWanted = true
            state.filed = filed ?? state.filed
        }
    }

    /// What there is to write to the file.
    func unfiledCards() -> OrderCards? {
        state.withLock { state in
            state.filedAt = .now
            guard let cards = state.cards, cards.mark != state.filed,
                cards.count >= measures.filedMin
            else { return nil }
            return cards
        }
    }

    func noteFiled(_ mark: IndexMark) {
        state.withLock { $0.filed = mark }
    }

    /// Whether a start from the file would soon have more to take in than it may.
    private func isFileDue() -> Bool {
        guard file != nil else { return false }
        return state.withLock { state in
            guard let cards = state.cards, cards.count >= measures.filedMin else { return false }
            if let filedAt = state.filedAt, .now - filedAt < .seconds(Self.fileSeconds) {
                return false
            }
            guard let filed = state.filed else { return true }
            return cards.mark.changesAtMost(since: filed) >= Self.changesMax / 2
        }
    }

    private func refuse() {
        state.withLock {
            $0.cards = nil
            $0.isTooLarge = true
        }
    }
}

/// The index has seen changes that a snapshot does not hold.
struct IndexAhead: Error {}
