/// One operation of the API, said once for the router, the client and the tests.
///
/// The path stands below ``EndpointCatalog/root``; a segment in braces is a parameter.
public struct Endpoint<Body: Codable & Sendable, Answer: Codable & Sendable>: Sendable {
    public let method: Method
    public let path: String
    /// What it does, as an instruction of a few words; no two operations have the same.
    public let summary: String
    /// The status of an answer that carries an `Answer`.
    public let success: Int
    /// The status where there is nothing to tell after all, for operations that know such a case.
    public let successWithoutAnswer: Int?
    /// Whether a request with an `Idempotency-Key` is carried out once: each `POST`, and what does
    /// more whenever it is sent again.
    public let takesIdempotencyKey: Bool

    init(
        _ method: Method, _ path: String, _ summary: String, success: Int = 200,
        orEmpty: Int? = nil, addsUp: Bool = false
    ) {
        takesIdempotencyKey = method == .post || addsUp
        self.method = method
        self.path = path
        self.summary = summary
        self.success = success
        successWithoutAnswer = orEmpty
    }

    public var signature: Signature {
        Signature(method: method, path: path)
    }

    public var operation: Operation {
        Operation(
            signature: signature, summary: summary, body: Body.self, answer: Answer.self,
            success: success, successWithoutAnswer: successWithoutAnswer,
            takesIdempotencyKey: takesIdempotencyKey)
    }
}
