/// A message for each of some names: an object whose members are names, in their order.
///
/// A dictionary's own order changes from run to run; an answer's does not.
public struct NameMessages: Equatable, Sendable {
    public var messages: [String: String]

    public init(_ messages: [String: String]) {
        self.messages = messages
    }
}

extension NameMessages: Codable {
    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) {
            self.stringValue = stringValue
        }

        init?(intValue: Int) {
            nil
        }
    }

    public init(from decoder: any Decoder) throws {
        messages = try decoder.singleValueContainer().decode([String: String].self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        for (name, message) in messages.sorted(by: { $0.key < $1.key }) {
            try container.encode(message, forKey: Name(stringValue: name))
        }
    }
}
