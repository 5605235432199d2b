/// All the cards, of orders and of requests, as they are at one mark.
struct OrderCards: CardShelf {
    private(set) var mark: IndexMark
    private var books: CardBooks
    private var orders: Cabinet<Drawer>
    private(set) var requests: RequestCards

    let measures: OrderIndex.Measures

    /// - Parameters:
    ///   - books: where the codes in the drawers are from.
    ///   - orders: by their ids, and so the requests.
    init(
        mark: IndexMark, _ measures: OrderIndex.Measures, _ books: CardBooks, orders: [Drawer],
        requests: [RequestDrawer]
    ) {
        self.mark = mark
        self.measures = measures
        self.books = books
        self.orders = Cabinet(orders, rowsPerDrawer: measures.rowsPerDrawer)
        self.requests = RequestCards(requests, measures)
    }

    var kinds: Codebook<OrderCard.Kind> { books.kinds }
    var holders: Codebook<OrderCard.Holder> { books.holders }

    var drawers: [Drawer] { orders.drawers }
    var count: Int { orders.count }

    /// About how much memory they take.
    var octets: Int { orders.octets + requests.octets + books.octets }

    /// Takes in what has changed until a later mark.
    mutating func take(_ changes: CardChanges, until mark: IndexMark) {
        for card in changes.orders.sorted(by: { $0.id < $1.id }) { orders.put(books.file(card)) }
        requests.take(changes.requests)
        self.mark = mark
    }

    func id(at place: Int) -> Int64 { orders.id(at: place) }

    func place(of id: Int64) -> Int? { orders.place(of: id) }
}

/// Numbers for what many orders have in common.
struct CardBooks: Sendable {
    private(set) var kinds = Codebook<OrderCard.Kind>()
    private(set) var holders = Codebook<OrderCard.Holder>()

    init() {}

    init(kinds: [OrderCard.Kind], holders: [OrderCard.Holder]) {
        self.kinds = Codebook(kinds)
        self.holders = Codebook(holders)
    }

    private static let octetsPerKind = 300
    private static let octetsPerHolder = 120

    /// About how much memory they take.
    var octets: Int {
        kinds.values.count * Self.octetsPerKind + holders.values.count * Self.octetsPerHolder
    }

    mutating func file(_ card: OrderCard) -> Drawer.Filed {
        Drawer.Filed(
            card: card, kind: kinds.code(of: card.kind), holder: holders.code(of: card.holder))
    }
}

/// Orders that have changed, with all of their requests: a request never changes without its order
/// (``Transaction/revise(_:)``).
struct CardChanges: Sendable {
    static let none = CardChanges(orders: [], requests: [])

    let orders: [OrderCard]
    let requests: [RequestCard]
}
