/// The answer of an operation that only says it was done.
public struct NoAnswer: Codable, Equatable, Sendable {
    public init() {}
}
