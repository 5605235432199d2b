/// The domains whose certificates from other authorities are asked for.
public struct FindReplaceable: Codable, Equatable, Sendable {
    @LenientList public var domains: [String]?

    public init(domains: [String]? = nil) {
        self.domains = domains
    }
}
