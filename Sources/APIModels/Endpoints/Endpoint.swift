/// One operation of the API, said once for the router, the client and the tests.
///
/// The path stands below ``EndpointCatalog/root``; a segment in braces is a parameter.
public struct Endpoint<Body: Sendable, Answer: Sendable>: Sendable {
    public let method: Method
    public let path: String
    /// The status of an answer that carries an `Answer`.
    public let success: Int
    /// The status where there is nothing to tell after all, for operations that know such a case.
    public let successWithoutAnswer: Int?

    init(_ method: Method, _ path: String, success: Int = 200, orEmpty: Int? = nil) {
        self.method = method
        self.path = path
        self.success = success
        successWithoutAnswer = orEmpty
    }

    public var signature: Signature {
        Signature(method: method, path: path)
    }
}
