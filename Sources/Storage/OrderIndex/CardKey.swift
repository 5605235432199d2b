/// A property that the cards of orders are sorted by.
struct CardKey: SortingKey {
    enum Column {
        case id
        case number(CardColumn)
        /// By the number of the kind.
        case kinds([Int64])
        /// The same of texts.
        case texts(TextRanks, KeyPath<OrderCard.Kind, String>)
        /// By the number of the holder.
        case holders([Int64])
        /// By the common name; of holders that are not shown, all are alike and come first.
        case name(isShown: [Bool])
    }

    let column: Column
    let isDescending: Bool

    /// - Parameter isShown: of each holder, whether the names of its orders may tell anything.
    init(
        _ property: OrderProperty, isDescending: Bool, _ cards: OrderCards, isShown: [Bool]? = nil
    ) throws(NotInCards) {
        self.isDescending = isDescending
        let (kinds, holders) = (cards.kinds, cards.holders)
        func texts(_ text: KeyPath<OrderCard.Kind, String>) -> Column {
            .texts(kinds.ranks { $0[keyPath: text] }, text)
        }
        column =
            switch property {
            case .id, .orderID: .id
            case .dateCreated: .number(.createdAt)
            case .validTill: .number(.certificateEnd)
            case .commonName: .name(isShown: isShown ?? holders.table { _ in true })
            case .status: texts(\.state)
            case .productName: texts(\.productName)
            case .productNameID: texts(\.product)
            case .validityYears: .kinds(kinds.values.map(\.years))
            case .organizationID: .holders(holders.values.map(\.organization))
            case .containerID: .holders(holders.values.map(\.container))
            case .userID: .holders(holders.values.map(\.user))
            case .productType, .domainName, .metadataID, .metadataValue, .isRenewed,
                .disableRenewalNotifications, .email, .certificateID, .origin, .serialNumber,
                .search:
                throw NotInCards()
            }
    }

    var isByID: Bool { if case .id = column { true } else { false } }

    func names(of mask: CardMask, _ cards: OrderCards) -> SortedNames? {
        guard case .name = column, let some = mask.first, number(some, cards) == 1 else {
            return nil
        }
        return SortedNames(cards, mask)
    }

    @inline(__always)
    func each(
        _ mask: CardMask, _ cards: OrderCards, _ body: (_ place: Int, _ value: Int64) -> Void
    ) {
        for (number, drawer) in cards.drawers.enumerated() {
            switch column {
            case .id: mask.each(drawer: number, drawer.ids, isDescending, body)
            case .number(let column):
                mask.each(drawer: number, column.values(drawer), isDescending, body)
            case .kinds(let table):
                mask.each(drawer: number, drawer.kinds, table, isDescending, body)
            case .texts(let texts, _):
                mask.each(drawer: number, drawer.kinds, texts.ranks, isDescending, body)
            case .holders(let table):
                mask.each(drawer: number, drawer.holders, table, isDescending, body)
            case .name(let isShown):
                mask.each(
                    drawer: number, drawer.holders, isShown.map { $0 ? 1 : 0 }, isDescending, body)
            }
        }
    }

    func order(_ one: Int, _ other: Int, _ cards: OrderCards) -> Int {
        let order = number(one, cards).order(number(other, cards))
        if order == 0, case .name = column, number(one, cards) == 1 {
            return cards.orderOfNames(one, other)
        }
        return order
    }

    private func number(_ place: Int, _ cards: OrderCards) -> Int64 {
        let drawer = cards.drawers[place / CardMask.rowsPerDrawer]
        let row = place % CardMask.rowsPerDrawer
        return switch column {
        case .id: drawer.ids[row]
        case .number(let column): column.values(drawer)[row]
        case .kinds(let table): table[drawer.kinds[row]]
        case .texts(let texts, _): texts.ranks[drawer.kinds[row]]
        case .holders(let table): table[drawer.holders[row]]
        case .name(let isShown): isShown[drawer.holders[row]] ? 1 : 0
        }
    }

    func value(_ place: Int, _ cards: OrderCards) -> SQLValue {
        let drawer = cards.drawers[place / CardMask.rowsPerDrawer]
        let row = place % CardMask.rowsPerDrawer
        switch column {
        case .texts(_, let text):
            return .text(cards.kinds.values[drawer.kinds[row]][keyPath: text])
        case .name:
            guard number(place, cards) == 1 else { return .null }
            return .text(drawer.commonName(row))
        case .id, .number, .kinds, .holders:
            let number = number(place, cards)
            return number == OrderCard.absent ? .null : .integer(number)
        }
    }

    func part(of value: SQLValue) throws(NotInCards) -> CursorPart {
        switch (column, value) {
        case (.texts(let texts, _), .text(let text)): .number(texts.rank(of: text))
        case (.name, .text(let text)): .name(Array(text.utf8) + [CardText.first])
        case (.name, .null): .number(0)
        case (.number(.certificateEnd), .null), (.kinds, .null), (.holders, .null):
            .number(OrderCard.absent)
        case (.id, .integer(let number)), (.number, .integer(let number)),
            (.kinds, .integer(let number)), (.holders, .integer(let number)):
            .number(number)
        default: throw NotInCards()
        }
    }

    func order(_ place: Int, _ part: CursorPart, _ cards: OrderCards) -> Int {
        switch part {
        case .number(let other): number(place, cards).order(other)
        case .name(let name):
            number(place, cards) == 1 ? cards.orderOfName(place, name) : -1
        }
    }
}

extension CardMask {
    /// Shows the rows of a drawer that it has with their numbers, turned around where they are
    /// sorted downwards.
    @inline(__always)
    func each(
        drawer: Int, _ column: NumberColumn, _ isDescending: Bool,
        _ body: (_ place: Int, _ value: Int64) -> Void
    ) {
        let flip: Int64 = isDescending ? -1 : 0
        let base = drawer * Self.rowsPerDrawer
        column.withPlanes { planes in
            each(drawer: drawer) { body(base + $0, planes.number($0) ^ flip) }
        }
    }

    /// The same with what a table has for the numbers that rows share.
    @inline(__always)
    func each(
        drawer: Int, _ column: SharedColumn, _ table: [Int64], _ isDescending: Bool,
        _ body: (_ place: Int, _ value: Int64) -> Void
    ) {
        let flip: Int64 = isDescending ? -1 : 0
        let base = drawer * Self.rowsPerDrawer
        let values = column.table(table)
        column.rows.withUnsafeBufferPointer { rows in
            values.withUnsafeBufferPointer { values in
                each(drawer: drawer) { body(base + $0, values[Int(rows[$0])] ^ flip) }
            }
        }
    }
}
