/// The ways in which control over a domain can be proved.
public struct ControlMethodList: Codable, Equatable, Sendable {
    public var methods: [ControlMethodDetails]

    public init(methods: [ControlMethodDetails]) {
        self.methods = methods
    }

    enum CodingKeys: String, CodingKey {
        case methods
    }
}
