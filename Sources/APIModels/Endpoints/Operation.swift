/// An endpoint whose types are values: what a description of the API is made from.
public struct Operation: Sendable {
    public let signature: Signature
    public let summary: String
    public let body: any (Codable & Sendable).Type
    public let answer: any (Codable & Sendable).Type
    public let success: Int
    public let successWithoutAnswer: Int?
    public let takesIdempotencyKey: Bool
}
