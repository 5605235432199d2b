/// The containers in which a thing may be done.
public struct PermittedContainers: Codable, Equatable, Sendable {
    public var containers: [ContainerSummary]

    public init(containers: [ContainerSummary]) {
        self.containers = containers
    }

    enum CodingKeys: String, CodingKey {
        case containers
    }
}
