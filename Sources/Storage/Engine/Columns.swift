package import Foundation
package import OrderCore

/// What an engine gives of the row it stands on. Columns count from 0.
package protocol ColumnSource {
    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) -> Int64
    func text(_ column: Int) -> String
    func bytes(_ column: Int) -> [UInt8]
}

/// One row, read from left to right: an `init` takes its columns in the order in which the
/// statement names them.
package struct Columns {
    private let source: any ColumnSource
    private var column = 0

    package init(_ source: any ColumnSource) {
        self.source = source
    }

    private mutating func next<Value>(_ read: (Int) throws -> Value) rethrows -> Value {
        defer { column += 1 }
        return try read(column)
    }

    private mutating func nextIfPresent<Value>(_ read: (Int) throws -> Value) rethrows -> Value? {
        defer { column += 1 }
        return source.isNull(column) ? nil : try read(column)
    }

    /// The first column, wherever the reading has got to.
    var firstInteger: Int64? { source.isNull(0) ? nil : source.integer(0) }

    var isNextAbsent: Bool { source.isNull(column) }

    mutating func skip(_ count: Int) {
        column += count
    }

    package mutating func id<Entity>() -> ID<Entity> { ID(next(source.integer)) }
    package mutating func idIfPresent<Entity>() -> ID<Entity>? {
        nextIfPresent { [source] in ID(source.integer($0)) }
    }
    package mutating func int() -> Int { Int(next(source.integer)) }
    package mutating func long() -> Int64 { next(source.integer) }
    package mutating func longIfPresent() -> Int64? { nextIfPresent(source.integer) }
    package mutating func intIfPresent() -> Int? {
        nextIfPresent { [source] in Int(source.integer($0)) }
    }
    package mutating func flag() -> Bool { next(source.integer) != 0 }
    package mutating func text() -> String { next(source.text) }
    package mutating func textIfPresent() -> String? { nextIfPresent(source.text) }
    package mutating func bytes() -> [UInt8] { next(source.bytes) }
    package mutating func bytesIfPresent() -> [UInt8]? { nextIfPresent(source.bytes) }
    package mutating func date() -> Date { Date(milliseconds: next(source.integer)) }
    package mutating func dateIfPresent() -> Date? {
        nextIfPresent(source.integer).map(Date.init(milliseconds:))
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
