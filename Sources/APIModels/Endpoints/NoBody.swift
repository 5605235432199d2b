/// The body of an operation that takes none; what a client sends all the same is not read.
public struct NoBody: Codable, Equatable, Sendable {
    public init() {}
}
