import OrderCore

/// What lists narrow and sort requests by, of one request. The rest is its order's.
struct RequestCard: Sendable {
    let id: Int64
    let order: Int64
    let createdAt: Int64
    let standing: Standing

    /// What there are few of: what it is about, and what has become of it.
    struct Standing: Sendable {
        let kind: RequestKind
        let state: RequestState

        /// All that there are, by their codes.
        static let all = RequestKind.allCases.flatMap { kind in
            RequestState.allCases.map { Standing(kind: kind, state: $0) }
        }

        var code: UInt8 {
            UInt8(Self.place(of: kind) * RequestState.allCases.count + Self.place(of: state))
        }

        private static func place<Word: CaseIterable & Equatable>(of word: Word) -> Int
        where Word.AllCases == [Word] {
            Word.allCases.firstIndex(of: word)!
        }
    }
}

/// Some of the requests' cards, by column.
struct RequestDrawer: CardDrawer {
    private(set) var ids = NumberColumn()
    private(set) var orders = NumberColumn()
    private(set) var created = NumberColumn()
    /// The codes of their standings.
    private(set) var standings: [UInt8] = []

    init() {}

    init(_ cards: [RequestCard]) {
        ids = NumberColumn(cards.map(\.id))
        orders = NumberColumn(cards.map(\.order))
        created = NumberColumn(cards.map(\.createdAt))
        standings = cards.map(\.standing.code)
    }

    static func id(of card: RequestCard) -> Int64 { card.id }

    var octets: Int { ids.octets + orders.octets + created.octets + standings.capacity }

    mutating func insert(_ card: RequestCard, at row: Int) {
        ids.insert(card.id, at: row)
        orders.insert(card.order, at: row)
        created.insert(card.createdAt, at: row)
        standings.insert(card.standing.code, at: row)
    }

    mutating func replace(_ card: RequestCard, at row: Int) {
        orders.replace(card.order, at: row)
        created.replace(card.createdAt, at: row)
        standings[row] = card.standing.code
    }

    func rows(_ range: Range<Int>) -> RequestDrawer {
        var part = RequestDrawer()
        part.ids = ids.rows(range)
        part.orders = orders.rows(range)
        part.created = created.rows(range)
        part.standings = Array(standings[range])
        return part
    }
}

extension RequestDrawer: Filed {
    init(from reader: inout OctetReader) throws {
        ids = try NumberColumn(from: &reader)
        orders = try NumberColumn(from: &reader)
        created = try NumberColumn(from: &reader)
        standings = try reader.array()
    }

    func write(to writer: inout OctetWriter) {
        ids.write(to: &writer)
        orders.write(to: &writer)
        created.write(to: &writer)
        writer.put(standings)
    }
}

/// The cards of all requests.
struct RequestCards: CardShelf {
    private var requests: Cabinet<RequestDrawer>
    let measures: OrderIndex.Measures

    init(_ drawers: [RequestDrawer], _ measures: OrderIndex.Measures) {
        requests = Cabinet(drawers, rowsPerDrawer: measures.rowsPerDrawer)
        self.measures = measures
    }

    var drawers: [RequestDrawer] { requests.drawers }
    var octets: Int { requests.octets }

    mutating func take(_ changes: [RequestCard]) {
        for card in changes.sorted(by: { $0.id < $1.id }) { requests.put(card) }
    }

    func id(at place: Int) -> Int64 { requests.id(at: place) }
}

extension Transaction {
    /// The first requests with such ids, by their ids, at most so many.
    func requestCards(in ids: ClosedRange<Int64>, limit: Int) throws -> [RequestCard] {
        try requestCards(
            "requests r WHERE r.id BETWEEN $1 AND $2 ORDER BY r.id LIMIT $3",
            [.integer(ids.lowerBound), .integer(ids.upperBound), .int(limit)])
    }

    /// The requests about orders `o` that a condition holds for.
    func requestCards(where condition: String, _ values: [SQLValue]) throws -> [RequestCard] {
        try requestCards(
            "orders o CROSS JOIN requests r WHERE r.order_id = o.id AND \(condition)", values)
    }

    private func requestCards(_ source: String, _ values: [SQLValue]) throws -> [RequestCard] {
        try rows("SELECT r.id, r.order_id, r.created_at, r.kind, r.state FROM \(source)", values) {
            RequestCard(
                id: $0.long(), order: $0.long(), createdAt: $0.long(),
                standing: .init(kind: try $0.word(), state: try $0.word()))
        }
    }
}
