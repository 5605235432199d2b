/// Containers of an account, or the children of one.
public struct ContainerList: Codable, Equatable, Sendable {
    public var containers: [ContainerDetails]

    public init(containers: [ContainerDetails]) {
        self.containers = containers
    }

    enum CodingKeys: String, CodingKey {
        case containers
    }
}
