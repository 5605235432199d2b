/// All the cards, of orders and of requests, as they are at one mark.
struct OrderCards: CardShelf {
    private(set) var mark: IndexMark
    private(set) var kinds = Codebook<OrderCard.Kind>()
    private(set) var holders = Codebook<OrderCard.Holder>()
    private var orders: Cabinet<Drawer>
    private(set) var requests: RequestCards

    let measures: OrderIndex.Measures

    init(mark: IndexMark, _ measures: OrderIndex.Measures) {
        self.mark = mark
        self.measures = measures
        orders = Cabinet(rowsPerDrawer: measures.rowsPerDrawer)
        requests = RequestCards(measures)
    }

    var drawers: [Drawer] { orders.drawers }
    var count: Int { orders.count }

    /// About how much memory they take.
    var octets: Int {
        orders.octets + requests.octets
            + kinds.values.count * Self.octetsPerKind + holders.values.count * Self.octetsPerHolder
    }

    private static let octetsPerKind = 300
    private static let octetsPerHolder = 120

    /// Adds a drawer with cards that come after all that are there.
    mutating func append(_ cards: [OrderCard]) {
        orders.append(Drawer(cards.map { file($0) }))
    }

    mutating func append(_ cards: [RequestCard]) {
        requests.append(cards)
    }

    /// Takes in what has changed until a later mark.
    mutating func take(_ changes: CardChanges, until mark: IndexMark) {
        for card in changes.orders.sorted(by: { $0.id < $1.id }) { orders.put(file(card)) }
        requests.take(changes.requests)
        self.mark = mark
    }

    private mutating func file(_ card: OrderCard) -> Drawer.Filed {
        Drawer.Filed(
            card: card, kind: kinds.code(of: card.kind), holder: holders.code(of: card.holder))
    }

    func id(at place: Int) -> Int64 { orders.id(at: place) }

    func place(of id: Int64) -> Int? { orders.place(of: id) }
}

/// Orders that have changed, with all of their requests: a request never changes without its order
/// (``Transaction/revise(_:)``).
struct CardChanges: Sendable {
    static let none = CardChanges(orders: [], requests: [])

    let orders: [OrderCard]
    let requests: [RequestCard]
}
