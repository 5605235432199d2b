import Foundation
import Registration

/// The query of a request: names with their values, brackets raw or encoded, `+` for a space.
package struct Query: Sendable {
    package static let parametersMax = 200

    /// One `name=value`; `filters[status][0]` is the name `filters` with the keys `status`, `0`.
    package struct Parameter: Sendable, Equatable {
        package let name: String
        package let keys: [String]
        package let value: String
    }

    package let parameters: [Parameter]

    package init(_ text: String?) throws {
        let pairs = (text ?? "").split(separator: "&", omittingEmptySubsequences: true)
        guard pairs.count <= Self.parametersMax else {
            throw Refusal(
                .badRequestFormat, "The query has more than \(Self.parametersMax) parameters.")
        }
        parameters = try pairs.map(Self.parameter)
    }

    package func value(_ name: String) -> String? {
        parameters.last { $0.name == name && $0.keys.isEmpty }?.value
    }

    /// A flag: `true`, `True`, `1`, `on` and `yes` set it, their opposites and nothing do not.
    ///
    /// - Parameter group: what it stands in, as `filters` in `filters[name]=true`.
    package func flag(_ name: String, in group: String? = nil) throws -> Bool {
        let text = parameters.last { parameter in
            guard let group else { return parameter.name == name && parameter.keys.isEmpty }
            return parameter.name == group && parameter.keys == [name]
        }?.value
        guard let text, !text.isEmpty else { return false }
        guard let flag = Self.flags[text.lowercased()] else {
            let path = group.map { "\($0)[\(name)]" } ?? name
            throw Refusal.invalid(path, "is \(text.quoted), neither true nor false")
        }
        return flag
    }

    private static let flags = [
        "1": true, "on": true, "true": true, "yes": true,
        "0": false, "off": false, "false": false, "no": false,
    ]

    private static func parameter(_ pair: Substring) throws -> Parameter {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = try decoded(parts[0])
        let value = parts.count == 2 ? try decoded(parts[1]) : ""
        let pieces = name.split(separator: "[", omittingEmptySubsequences: false)
        return Parameter(
            name: String(pieces[0]),
            keys: pieces.dropFirst().map { $0.hasSuffix("]") ? String($0.dropLast()) : String($0) },
            value: value)
    }

    private static func decoded(_ text: Substring) throws -> String {
        guard text.contains(where: { $0 == "%" || $0 == "+" }) else { return String(text) }
        guard let decoded = text.replacing("+", with: " ").removingPercentEncoding else {
            throw Refusal(.badRequestFormat, "The query is not percent-encoded UTF-8.")
        }
        return decoded
    }
}
