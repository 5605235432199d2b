/// JSON whose objects keep their members in order, to be written with the wire's encoder.
indirect enum JSON: Encodable {
    case object([(name: String, value: JSON)])
    case array([JSON])
    case text(String)
    case whole(Int)
    case flag(Bool)
    /// A value of a wire type, as it writes itself.
    case value(any Encodable)

    static func texts(_ texts: [String]) -> JSON { .array(texts.map(JSON.text)) }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let members):
            var container = encoder.container(keyedBy: Name.self)
            for (name, value) in members { try container.encode(value, forKey: Name(name)) }
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(element) }
        case .text(let text):
            var container = encoder.singleValueContainer()
            try container.encode(text)
        case .whole(let number):
            var container = encoder.singleValueContainer()
            try container.encode(number)
        case .flag(let flag):
            var container = encoder.singleValueContainer()
            try container.encode(flag)
        case .value(let value):
            try value.encode(to: encoder)
        }
    }

    private struct Name: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ name: String) { stringValue = name }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
