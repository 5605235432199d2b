/// Numbers for values of which there are few, given out as they come. None is taken back.
struct Codebook<Value: Hashable & Sendable>: Sendable {
    private(set) var values: [Value] = []
    private var codes: [Value: UInt32] = [:]

    init() {}

    /// - Parameter values: in the order of their codes, each once.
    init(_ values: [Value]) {
        self.values = values
        codes = Dictionary(
            zip(values, values.indices.map { UInt32($0) }), uniquingKeysWith: { first, _ in first })
    }

    mutating func code(of value: Value) -> UInt32 {
        if let code = codes[value] { return code }
        let code = UInt32(values.count)
        values.append(value)
        codes[value] = code
        return code
    }

    /// What is true of each value, by its number.
    func table(_ holds: (Value) -> Bool) -> [Bool] { values.map(holds) }

    /// Whole numbers that stand in the order of the values.
    func ranks(by text: (Value) -> String) -> TextRanks { TextRanks(values.map(text)) }
}

/// Texts of which there are few, in the order of their octets.
struct TextRanks {
    /// The rank of each text that was given, in the order in which they were.
    let ranks: [Int64]
    private let sorted: [String]

    init(_ texts: [String]) {
        sorted = Set(texts).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let places = Dictionary(
            uniqueKeysWithValues: sorted.enumerated().map { ($1, Int64($0) * 2) })
        ranks = texts.map { places[$0] ?? 0 }
    }

    func text(of rank: Int64) -> String { sorted[Int(rank / 2)] }

    /// Of any text: between those of its neighbours where it is none of the texts.
    func rank(of text: String) -> Int64 {
        let place = sorted.firstIndex { !$0.utf8.lexicographicallyPrecedes(text.utf8) }
        guard let place else { return Int64(sorted.count) * 2 }
        return Int64(place) * 2 - (sorted[place].utf8.elementsEqual(text.utf8) ? 0 : 1)
    }
}
