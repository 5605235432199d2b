import APIDescription
import APIModels
import Foundation
import HTTPTypes
import ServicesAPI

/// The description of the API as it is served, which answers are held against.
struct DescribedAPI: Sendable {
    /// Made once for all tests.
    static let served = Result {
        let description = try ServicesDescription.make(rights: [:], origin: "")
        return DescribedAPI(
            document: try JSONDecoder().decode(
                JSONText.self, from: Data(description.openAPI)))
    }

    let document: JSONText

    /// What an answer says that its description does not, or leaves out.
    func problems(_ exchange: Exchange) -> [String] {
        guard let (path, operation) = operation(exchange) else { return [] }
        let call = "\(exchange.method) \(path) \(exchange.status)"
        guard let response = operation["responses"]?["\(exchange.status)"].map(resolved) else {
            return exchange.status >= 500 ? [] : ["\(call): the status is not described"]
        }
        let type = exchange.headers[.contentType]
        guard let type, !exchange.body.isEmpty else {
            return response["content"] == nil || exchange.method == "HEAD"
                ? [] : ["\(call): nothing is answered"]
        }
        guard let content = response["content"]?[type] else {
            return ["\(call): \(type) is not described"]
        }
        guard type == "application/json", let schema = content["schema"] else { return [] }
        do {
            let value = try JSONDecoder().decode(JSONText.self, from: Data(exchange.body))
            return problems(value, schema, at: "").map { "\(call): \($0)" }
        } catch {
            return ["\(call): no JSON"]
        }
    }

    /// The operation that an exchange is about: literal segments win over parameters.
    private func operation(_ exchange: Exchange) -> (path: String, JSONText)? {
        let path = exchange.path.prefix { $0 != "?" }.split(separator: "/")
        guard path.starts(with: EndpointCatalog.root.split(separator: "/")) else { return nil }
        let segments = path.dropFirst(EndpointCatalog.root.split(separator: "/").count)
        let matches = (document["paths"]?.members ?? [:]).filter { template, _ in
            let parts = template.split(separator: "/")
            return parts.count == segments.count
                && zip(parts, segments).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
        }
        let method = exchange.method.lowercased()
        return matches.filter { $0.value[method] != nil }
            .min { $0.key.count { $0 == "{" } < $1.key.count { $0 == "{" } }
            .flatMap { path, item in item[method].map { (path, $0) } }
    }

    private func resolved(_ object: JSONText) -> JSONText {
        guard let path = object["$ref"]?.text else { return object }
        return path.split(separator: "/").dropFirst()
            .reduce(Optional(document)) { $0?[String($1)] } ?? object
    }

    /// As much of JSON Schema as the description uses, and more strictly: members that are not
    /// described are a problem, and so are words that are not known today.
    private func problems(_ value: JSONText, _ schema: JSONText, at path: String) -> [String] {
        let schema = resolved(schema)
        if let alternatives = schema["anyOf"]?.elements {
            return problems(value, alternatives[0], at: path)
        }
        switch (schema["type"]?.text, value) {
        case ("object", .object(let members)):
            let properties = schema["properties"]?.members ?? [:]
            let required = (schema["required"]?.elements ?? []).compactMap(\.text)
            return required.filter { members[$0] == nil }.map { "\(path).\($0) is missing" }
                + members.sorted { $0.key < $1.key }.flatMap { name, member -> [String] in
                    guard let inner = properties[name] ?? schema["additionalProperties"] else {
                        return ["\(path).\(name) is not described"]
                    }
                    return problems(member, inner, at: "\(path).\(name)")
                }
        case ("array", .array(let elements)):
            guard let inner = schema["items"] else { return ["\(path) has no items"] }
            return elements.flatMap { problems($0, inner, at: "\(path)[]") }
        case ("string", .text(let text)):
            return problems(text, schema).map { "\(path) is \(text): \($0)" }
        case ("integer", .number(let number)) where number == number.rounded(): return []
        case ("number", .number), ("boolean", .flag): return []
        default: return ["\(path) is \(value), not of the type \(schema["type"]?.text ?? "-")"]
        }
    }

    private func problems(_ text: String, _ schema: JSONText) -> [String] {
        var problems: [String] = []
        if let words = schema["enum"]?.elements, !words.contains(.text(text)) {
            problems.append("none of the words")
        }
        let expression =
            switch schema["format"]?.text {
            case "date": #"^\d{4}-\d{2}-\d{2}$"#
            case "date-time": #"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+00:00$"#
            default: schema["pattern"]?.text
            }
        if let expression, text.range(of: expression, options: .regularExpression) == nil {
            problems.append("not as \(expression)")
        }
        return problems
    }
}

/// JSON as a value.
indirect enum JSONText: Codable, Equatable, Sendable {
    case object([String: JSONText])
    case array([JSONText])
    case text(String)
    case number(Double)
    case flag(Bool)
    case nothing

    init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        // One kind after the other; the last one throws.
        if single.decodeNil() {
            self = .nothing
        } else if let flag = try? single.decode(Bool.self) {  // not of this kind
            self = .flag(flag)
        } else if let number = try? single.decode(Double.self) {  // not of this kind
            self = .number(number)
        } else if let text = try? single.decode(String.self) {  // not of this kind
            self = .text(text)
        } else if let elements = try? single.decode([JSONText].self) {  // not of this kind
            self = .array(elements)
        } else {
            self = .object(try single.decode([String: JSONText].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var single = encoder.singleValueContainer()
        switch self {
        case .object(let members): try single.encode(members)
        case .array(let elements): try single.encode(elements)
        case .text(let text): try single.encode(text)
        case .number(let number): try single.encode(number)
        case .flag(let flag): try single.encode(flag)
        case .nothing: try single.encodeNil()
        }
    }

    var members: [String: JSONText] {
        if case .object(let members) = self { members } else { [:] }
    }

    var elements: [JSONText]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var number: Double? {
        if case .number(let number) = self { number } else { nil }
    }

    subscript(name: String) -> JSONText? { members[name] }
}
