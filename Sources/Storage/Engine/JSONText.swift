import Foundation

/// Values that are read and written as a whole and never searched in: JSON in a text column.
enum JSONText {
    static func text(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .millisecondsSince1970
        // Plain values of texts, numbers and dates can always be encoded.
        guard let data = try? encoder.encode(value) else {
            preconditionFailure("\(type(of: value)) is no JSON")
        }
        return String(decoding: data, as: UTF8.self)
    }

    static func value<Value: Decodable>(_ text: String, column: String) throws -> Value {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .millisecondsSince1970
        do {
            return try decoder.decode(Value.self, from: Data(text.utf8))
        } catch {
            throw StorageProblem.unreadable(column: column, value: text)
        }
    }
}

extension SQLValue {
    static func json(_ value: (some Encodable)?) -> SQLValue {
        .text(value.map { JSONText.text($0) })
    }
}

extension Columns {
    mutating func jsonIfPresent<Value: Decodable>(_ column: String) throws -> Value? {
        guard let text = textIfPresent() else { return nil }
        return try JSONText.value(text, column: column)
    }
}
