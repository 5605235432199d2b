/// The issuing certificates an account may choose from.
public struct IntermediateList: Codable, Equatable, Sendable {
    public var intermediates: [Intermediate]

    public init(intermediates: [Intermediate]) {
        self.intermediates = intermediates
    }

    enum CodingKeys: String, CodingKey {
        case intermediates
    }
}
