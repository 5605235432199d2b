/// All the cards, as they are at one mark.
struct OrderCards: Sendable {
    private(set) var mark: IndexMark
    private(set) var kinds = Codebook<OrderCard.Kind>()
    private(set) var holders = Codebook<OrderCard.Holder>()
    private(set) var drawers: [Drawer] = []

    let measures: OrderIndex.Measures

    init(mark: IndexMark, _ measures: OrderIndex.Measures) {
        self.mark = mark
        self.measures = measures
    }

    var count: Int { drawers.reduce(0) { $0 + $1.count } }

    /// About how much memory they take.
    var octets: Int {
        drawers.reduce(0) { $0 + $1.octets }
            + kinds.values.count * Self.octetsPerKind + holders.values.count * Self.octetsPerHolder
    }

    private static let octetsPerKind = 300
    private static let octetsPerHolder = 120

    /// Adds a drawer with cards that come after all that are there.
    mutating func append(_ cards: [OrderCard]) {
        drawers.append(Drawer(cards.map { file($0) }))
    }

    /// Takes in what has changed until a later mark.
    mutating func take(_ changes: [OrderCard], until mark: IndexMark) {
        for card in changes.sorted(by: { $0.id < $1.id }) { put(file(card)) }
        self.mark = mark
    }

    private mutating func file(_ card: OrderCard) -> Drawer.Filed {
        Drawer.Filed(
            card: card, kind: kinds.code(of: card.kind), holder: holders.code(of: card.holder))
    }

    private mutating func put(_ filed: Drawer.Filed) {
        let id = filed.card.id
        var drawer = drawers.lastIndex { ($0.ids.first ?? 0) <= id } ?? 0
        if drawers.isEmpty { drawers.append(Drawer()) }
        if drawers[drawer].count >= measures.rowsPerDrawer, !drawers[drawer].has(id) {
            if drawer == drawers.count - 1, id > drawers[drawer].ids.last ?? 0 {
                drawers.append(Drawer())
            } else {
                drawers.insert(drawers[drawer].split(), at: drawer + 1)
            }
            if id > drawers[drawer].ids.last ?? 0 { drawer += 1 }
        }
        drawers[drawer].put(filed)
    }

    /// The id of the card at a place: the number of its drawer and of its row in one.
    func id(at place: Int) -> Int64 {
        drawers[place / Drawer.rowsMax].ids[place % Drawer.rowsMax]
    }

    /// The place of an order, if it is there.
    func place(of id: Int64) -> Int? {
        guard let drawer = drawers.lastIndex(where: { ($0.ids.first ?? .max) <= id }) else {
            return nil
        }
        let row = drawers[drawer].firstRow { $0 >= id }
        guard row < drawers[drawer].count, drawers[drawer].ids[row] == id else { return nil }
        return drawer * Drawer.rowsMax + row
    }
}

extension Drawer {
    fileprivate func has(_ id: Int64) -> Bool {
        let row = firstRow { $0 >= id }
        return row < count && ids[row] == id
    }

    fileprivate var octets: Int {
        ids.capacity * (3 * MemoryLayout<Int64>.size + MemoryLayout<Int64>.size)
            + kinds.capacity * 3 * MemoryLayout<UInt32>.size
            + byName.capacity * MemoryLayout<UInt16>.size + text.capacity
    }
}
