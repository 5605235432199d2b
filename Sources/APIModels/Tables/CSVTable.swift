/// Rows of text under named columns, written as RFC 4180 says: every value in quotes, CR LF after
/// each row, as the reports of the contract have always been.
public struct CSVTable: Equatable, Sendable {
    public static let contentType = "text/csv"

    public let columns: [String]
    public var rows: [[String]]

    public init(columns: [String], rows: [[String]] = []) {
        self.columns = columns
        self.rows = rows
    }

    public var text: String { Self.line(columns) + rows.map(Self.line).joined() }

    /// One row, quoted.
    public static func line(_ values: [String]) -> String {
        values.map(quoted).joined(separator: ",") + "\r\n"
    }

    /// A value that a spreadsheet would take for a formula is kept from being one.
    private static func quoted(_ value: String) -> String {
        let isFormula = value.first.map { "=+-@\t\r".contains($0) } ?? false
        let isHarmless = Double(value) != nil || value.hasPrefix("-----BEGIN ")
        let safe = isFormula && !isHarmless ? "'" + value : value
        return "\""
            + safe.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}

/// An answer that is also given as a table, to clients that say `Accept: text/csv`.
public protocol TableAnswer: Sendable {
    var table: CSVTable { get }
}
