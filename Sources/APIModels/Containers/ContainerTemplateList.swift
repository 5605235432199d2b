/// The templates that containers are made from.
public struct ContainerTemplateList: Codable, Equatable, Sendable {
    public var containerTemplates: [ContainerTemplateDetails]

    public init(containerTemplates: [ContainerTemplateDetails]) {
        self.containerTemplates = containerTemplates
    }

    enum CodingKeys: String, CodingKey {
        case containerTemplates = "container_templates"
    }
}
