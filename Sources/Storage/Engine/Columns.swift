package import Foundation
package import OrderCore

/// What an engine gives of the row it stands on. Columns count from 0.
package protocol ColumnSource {
    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) -> Int64
    func text(_ column: Int) -> String
    func bytes(_ column: Int) -> [UInt8]
    /// Adds the octets of a text to others: for reading very many, of which none is wanted alone.
    func appendText(_ column: Int, to octets: inout [UInt8])
}

/// One row, read from left to right: an `init` takes its columns in the order in which the
/// statement names them.
package struct Columns {
    private let source: any ColumnSource
    private var column = 0

    package init(_ source: any ColumnSource) {
        self.source = source
    }

    /// The place of the column that is read next. What reads a column asks the source directly:
    /// a closure between them would cost more than the reading, a hundred times a row.
    private mutating func advance() -> Int {
        defer { column += 1 }
        return column
    }

    /// The first column, wherever the reading has got to.
    var firstInteger: Int64? { source.isNull(0) ? nil : source.integer(0) }

    var isNextAbsent: Bool { source.isNull(column) }

    mutating func skip(_ count: Int) {
        column += count
    }

    package mutating func id<Entity>() -> ID<Entity> { ID(long()) }
    package mutating func idIfPresent<Entity>() -> ID<Entity>? { longIfPresent().map { ID($0) } }
    package mutating func int() -> Int { Int(long()) }
    package mutating func long() -> Int64 { source.integer(advance()) }
    package mutating func longIfPresent() -> Int64? {
        let place = advance()
        return source.isNull(place) ? nil : source.integer(place)
    }
    package mutating func intIfPresent() -> Int? { longIfPresent().map { Int($0) } }
    package mutating func flag() -> Bool { long() != 0 }
    package mutating func text() -> String { source.text(advance()) }
    mutating func appendText(to octets: inout [UInt8]) {
        source.appendText(advance(), to: &octets)
    }
    package mutating func textIfPresent() -> String? {
        let place = advance()
        return source.isNull(place) ? nil : source.text(place)
    }
    package mutating func bytes() -> [UInt8] { source.bytes(advance()) }
    package mutating func bytesIfPresent() -> [UInt8]? {
        let place = advance()
        return source.isNull(place) ? nil : source.bytes(place)
    }
    package mutating func date() -> Date { Date(milliseconds: long()) }
    package mutating func dateIfPresent() -> Date? {
        longIfPresent().map { Date(milliseconds: $0) }
    }

    package mutating func lines() -> [String] {
        textIfPresent().map { $0.split(separator: "\n").map(String.init) } ?? []
    }

    /// A word out of a closed list; the schema's `CHECK` keeps others out.
    package mutating func word<Word: RawRepresentable<String>>(
        _ type: Word.Type = Word.self
    ) throws -> Word {
        let value = text()
        guard let word = Word(rawValue: value) else {
            throw StorageProblem.unreadable(column: "\(Word.self)", value: value)
        }
        return word
    }

    package mutating func wordIfPresent<Word: RawRepresentable<String>>(
        _ type: Word.Type = Word.self
    ) throws -> Word? {
        if source.isNull(column) {
            column += 1
            return nil
        }
        return try word(type)
    }
}
