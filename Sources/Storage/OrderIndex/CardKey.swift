/// A property that cards are sorted by.
struct CardKey {
    enum Column {
        case id
        case number(CardColumn)
        /// By the number of the kind.
        case kinds([Int64])
        /// The same of texts.
        case texts(TextRanks, KeyPath<OrderCard.Kind, String>)
        /// By the number of the holder.
        case holders([Int64])
        case name
    }

    let column: Column
    let isDescending: Bool

    init(_ sort: ListQuery<OrderProperty>.Sort, _ cards: OrderCards) throws(NotInCards) {
        isDescending = sort.direction == .descending
        let (kinds, holders) = (cards.kinds, cards.holders)
        func texts(_ text: KeyPath<OrderCard.Kind, String>) -> Column {
            .texts(kinds.ranks { $0[keyPath: text] }, text)
        }
        column =
            switch sort.property {
            case .id, .orderID: .id
            case .dateCreated: .number(.createdAt)
            case .validTill: .number(.certificateEnd)
            case .commonName: .name
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

    /// Shows the cards of a mask with their values, turned around where they are sorted downwards,
    /// so that lower ones always come first.
    @inline(__always)
    func each(
        _ mask: CardMask, _ cards: OrderCards, _ body: (_ place: Int, _ value: Int64) -> Void
    ) {
        let flip: Int64 = isDescending ? -1 : 0
        for (number, drawer) in cards.drawers.enumerated() {
            let base = number * Drawer.rowsMax
            switch column {
            case .id:
                mask.each(drawer, number, drawer.ids) { body(base + $0, $1 ^ flip) }
            case .number(let column):
                mask.each(drawer, number, column.values(drawer)) { body(base + $0, $1 ^ flip) }
            case .kinds(let table):
                mask.each(drawer, number, drawer.kinds) { row, code in
                    body(base + row, table[Int(code)] ^ flip)
                }
            case .texts(let texts, _):
                let table = texts.ranks
                mask.each(drawer, number, drawer.kinds) { row, code in
                    body(base + row, table[Int(code)] ^ flip)
                }
            case .holders(let table):
                mask.each(drawer, number, drawer.holders) { row, code in
                    body(base + row, table[Int(code)] ^ flip)
                }
            case .name: return
            }
        }
    }

    /// The number that the card at a place is sorted by, not turned around.
    func number(_ place: Int, _ cards: OrderCards) -> Int64 {
        let drawer = cards.drawers[place / Drawer.rowsMax]
        let row = place % Drawer.rowsMax
        return switch column {
        case .id: drawer.ids[row]
        case .number(let column): column.values(drawer)[row]
        case .kinds(let table): table[Int(drawer.kinds[row])]
        case .texts(let texts, _): texts.ranks[Int(drawer.kinds[row])]
        case .holders(let table): table[Int(drawer.holders[row])]
        case .name: 0
        }
    }

    /// What a cursor keeps of the card at a place.
    func value(_ place: Int, _ cards: OrderCards) -> SQLValue {
        let drawer = cards.drawers[place / Drawer.rowsMax]
        let row = place % Drawer.rowsMax
        switch column {
        case .texts(_, let text):
            return .text(cards.kinds.values[Int(drawer.kinds[row])][keyPath: text])
        case .name:
            return .text(CommonName.text(drawer.text, at: Int(drawer.starts[row])))
        case .id, .number, .kinds, .holders:
            let number = number(place, cards)
            return number == OrderCard.absent ? .null : .integer(number)
        }
    }
}

extension CardMask {
    @inline(__always)
    fileprivate func each<Value>(
        _ drawer: Drawer, _ number: Int, _ values: [Value], _ body: (Int, Value) -> Void
    ) {
        values.withUnsafeBufferPointer { values in
            each(drawer: number) { body($0, values[$0]) }
        }
    }
}
