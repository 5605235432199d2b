import CLibPQ
import Foundation

/// An `INSERT … VALUES (…)` of one row, and its text for any number of rows.
///
/// The wide text takes the values of each column as one array, so that it has as many parameters
/// as the narrow one however many rows it inserts, and is prepared once.
final class WideInsertion {
    private let beginning: Substring
    /// The values of a row, without their parentheses.
    private let row: Substring
    private var wide: String??

    /// Nothing where the statement does not end with the values of one row.
    init?(_ sql: String) {
        guard sql.hasPrefix("INSERT INTO "),
            let values = sql.range(of: "VALUES (", options: .backwards),
            sql[sql.index(before: values.upperBound)...].isOneGroup
        else { return nil }
        beginning = sql[..<values.lowerBound]
        row = sql[values.upperBound...].dropLast()
    }

    /// The text for many rows.
    ///
    /// - Parameter types: those of the narrow statement's parameters.
    /// - Returns: nothing where one of the types is sent in no array.
    func text(_ types: [Oid]) -> String? {
        if let wide { return wide }
        wide = .some(makeText(types))
        return wide ?? nil
    }

    private func makeText(_ types: [Oid]) -> String? {
        let arrays = types.compactMap(PreparedStatement.Kind.arrayName)
        guard arrays.count == types.count else { return nil }
        let parameters = arrays.enumerated().map { "$\($0 + 1)::\($1)" }
        let names = types.indices.map { "p\($0 + 1)" }
        return """
            \(beginning)SELECT \(row.replacing(#/\$(\d+)/#) { "rows.p\($0.1)" })
            FROM unnest(\(parameters.joined(separator: ", "))) \
            AS rows (\(names.joined(separator: ", ")))
            """
    }
}

extension Substring {
    /// Whether it is one pair of parentheses with what is between them.
    fileprivate var isOneGroup: Bool {
        var depth = 0
        var left = utf8[...]
        while let octet = left.popFirst() {
            switch octet {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            default: break
            }
            if depth == 0 { return left.isEmpty }
        }
        return false
    }
}

/// The insertions that a session has been asked for.
final class WideInsertions {
    private var known: [String: WideInsertion?] = [:]

    func of(_ sql: String) -> WideInsertion? {
        if let known = known[sql] { return known }
        let insertion = WideInsertion(sql)
        known[sql] = .some(insertion)
        return insertion
    }
}
