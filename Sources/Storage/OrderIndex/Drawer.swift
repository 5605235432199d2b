/// Some of the orders' cards, by column.
struct Drawer: CardDrawer {
    private(set) var ids = NumberColumn()
    private(set) var kinds = SharedColumn()
    private(set) var holders = SharedColumn()
    private(set) var created = NumberColumn()
    private(set) var certificateEnds = NumberColumn()
    private(set) var termEnds = NumberColumn()
    private(set) var certificates = ManyColumn()
    /// Where the text of each row begins, and where the last one ends.
    private(set) var starts: [UInt32] = [0]
    private(set) var text: [UInt8] = []
    /// What is written in short in the texts.
    private(set) var book = SuffixBook()
    /// The rows in the order of their common names, then of their ids.
    private(set) var byName: [UInt16] = []

    /// A card with the numbers of what it shares with others.
    struct Filed {
        let card: OrderCard
        let kind: UInt32
        let holder: UInt32
    }

    static func id(of filed: Filed) -> Int64 { filed.card.id }

    init() {}

    /// - Parameter cards: by their ids; at most ``CardMask/rowsPerDrawer``.
    init(_ cards: [Filed]) {
        ids = NumberColumn(cards.map(\.card.id))
        kinds = SharedColumn(cards.map(\.kind))
        holders = SharedColumn(cards.map(\.holder))
        created = NumberColumn(cards.map(\.card.createdAt))
        certificateEnds = NumberColumn(cards.map(\.card.certificateEnd))
        termEnds = NumberColumn(cards.map(\.card.termEnd))
        certificates = ManyColumn(cards.map(\.card.certificates))
        starts.reserveCapacity(cards.count + 1)
        book = SuffixBook(for: cards.lazy.map(\.card.text))
        var text: [UInt8] = []
        for filed in cards {
            text.append(contentsOf: book.short(filed.card.text))
            starts.append(UInt32(text.count))
        }
        // Without the room that it has grown by.
        self.text = text.withUnsafeBufferPointer { Array($0) }
        byName = withTexts { texts in
            (0..<cards.count).map { UInt16($0) }.sorted { one, other in
                let order = texts.name(Int(one)).order(texts.name(Int(other)))
                return order == 0 ? one < other : order < 0
            }
        }
    }

    var octets: Int {
        ids.octets + kinds.octets + holders.octets + created.octets + certificateEnds.octets
            + termEnds.octets + certificates.octets
            + starts.capacity * MemoryLayout<UInt32>.size + text.capacity
            + book.memory + byName.capacity * MemoryLayout<UInt16>.size
    }

    func rows(_ range: Range<Int>) -> Drawer {
        var part = Drawer()
        part.ids = ids.rows(range)
        part.kinds = kinds.rows(range)
        part.holders = holders.rows(range)
        part.created = created.rows(range)
        part.certificateEnds = certificateEnds.rows(range)
        part.termEnds = termEnds.rows(range)
        part.certificates = certificates.rows(range)
        let start = starts[range.lowerBound]
        part.starts = starts[range.lowerBound...range.upperBound].map { $0 - start }
        part.book = book
        part.text = Array(text[Int(start)..<Int(starts[range.upperBound])])
        part.byName = byName.filter { range.contains(Int($0)) }
            .map { $0 - UInt16(range.lowerBound) }
        return part
    }

    mutating func insert(_ filed: Filed, at row: Int) {
        let card = filed.card
        if row < count {
            for place in byName.indices where Int(byName[place]) >= row { byName[place] += 1 }
        }
        ids.insert(card.id, at: row)
        kinds.insert(filed.kind, at: row)
        holders.insert(filed.holder, at: row)
        created.insert(card.createdAt, at: row)
        certificateEnds.insert(card.certificateEnd, at: row)
        termEnds.insert(card.termEnd, at: row)
        certificates.insert(card.certificates, at: row)
        let start = starts[row]
        starts.insert(start, at: row)
        setText(book.short(card.text), at: row, from: Int(start)..<Int(start))
        byName.insert(UInt16(row), at: placeByName(of: row))
    }

    mutating func replace(_ filed: Filed, at row: Int) {
        let card = filed.card
        kinds.replace(filed.kind, at: row)
        holders.replace(filed.holder, at: row)
        created.replace(card.createdAt, at: row)
        certificateEnds.replace(card.certificateEnd, at: row)
        termEnds.replace(card.termEnd, at: row)
        certificates.replace(card.certificates, at: row)
        let old = Int(starts[row])..<Int(starts[row + 1])
        let short = book.short(card.text)
        guard !text[old].elementsEqual(short) else { return }
        byName.removeAll { Int($0) == row }
        setText(short, at: row, from: old)
        byName.insert(UInt16(row), at: placeByName(of: row))
    }

    private mutating func setText(_ new: [UInt8], at row: Int, from old: Range<Int>) {
        text.replaceSubrange(old, with: new)
        let growth = new.count - old.count
        for later in (row + 1)..<starts.count {
            starts[later] = UInt32(Int(starts[later]) + growth)
        }
    }

    /// Where a row that is not among the others yet belongs.
    private func placeByName(of row: Int) -> Int {
        withTexts { texts in
            var (low, high) = (0, byName.count)
            while low < high {
                let middle = (low + high) / 2
                let other = Int(byName[middle])
                let order = texts.name(other).order(texts.name(row))
                if order < 0 || order == 0 && other < row {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return low
        }
    }
}

/// The texts of a drawer's cards where they stand.
struct DrawerTexts {
    let text: UnsafeBufferPointer<UInt8>
    let starts: UnsafeBufferPointer<UInt32>
    let book: SuffixBook.Octets

    /// The common name, at the beginning of the card's text.
    @inline(__always)
    func name(_ row: Int) -> ShortText { ShortText(text, at: Int(starts[row]), book) }
}

extension Drawer {
    @inline(__always)
    func withTexts<Value>(_ body: (DrawerTexts) -> Value) -> Value {
        text.withUnsafeBufferPointer { text in
            starts.withUnsafeBufferPointer { starts in
                book.withOctets { body(DrawerTexts(text: text, starts: starts, book: $0)) }
            }
        }
    }

    func commonName(_ row: Int) -> String {
        withTexts { texts in
            var name = texts.name(row)
            var octets: [UInt8] = []
            while true {
                let octet = name.next()
                if octet < 0 { return String(decoding: octets, as: UTF8.self) }
                octets.append(UInt8(octet))
            }
        }
    }
}

extension Drawer: Filed {
    init(from reader: inout OctetReader) throws {
        ids = try NumberColumn(from: &reader)
        kinds = try SharedColumn(from: &reader)
        holders = try SharedColumn(from: &reader)
        created = try NumberColumn(from: &reader)
        certificateEnds = try NumberColumn(from: &reader)
        termEnds = try NumberColumn(from: &reader)
        certificates = try ManyColumn(from: &reader)
        starts = try reader.array()
        text = try reader.array()
        book = try SuffixBook(from: &reader)
        byName = try reader.array()
    }

    func write(to writer: inout OctetWriter) {
        ids.write(to: &writer)
        kinds.write(to: &writer)
        holders.write(to: &writer)
        created.write(to: &writer)
        certificateEnds.write(to: &writer)
        termEnds.write(to: &writer)
        certificates.write(to: &writer)
        writer.put(starts)
        writer.put(text)
        book.write(to: &writer)
        writer.put(byName)
    }
}
