import APIModels
import HTTPTypes
package import OrderCore
package import Registration

/// One call of an operation: who asks, what was sent, and where in the path and query.
package struct Call<Body: Sendable>: Sendable {
    package let caller: Caller
    package let body: Body
    package let query: Query
    let segments: [String: String]
    package let accepts: AcceptedTypes
    /// The status of an answer that carries something.
    let success: HTTPResponse.Status
    /// The entity tags that the client has (RFC 9110, section 13.1.2).
    let tagsHeld: String?
    /// There where the caller wants the same answer when it asks again.
    var recorder: ReplyRecorder?
    /// Whether a list is wanted as a table.
    var wantsTable: Bool { accepts.prefer(CSVTable.contentType) }

    /// A parameter of the path.
    package func text(_ name: String) -> String { segments[name] ?? "" }

    /// An id in the path. What cannot be one names nothing that exists.
    package func id<Entity>(_ name: String, of thing: RefusalCode.Thing) throws -> ID<Entity> {
        guard let value = Int64(text(name)), value > 0 else { throw Refusal.notFound(thing) }
        return ID(value)
    }

    func recorded(by recorder: ReplyRecorder) -> Self {
        var call = self
        call.recorder = recorder
        return call
    }
}

/// What every handler of a `POST` gives its desk along (``Keepsake``).
extension Call {
    /// - Parameter answer: the answer to an outcome of the desk, the same that the handler returns.
    package func keeping<Outcome, Answer: Encodable & SendableMetatype>(
        _ answer: @escaping @Sendable (Outcome) -> Answer
    ) -> Keepsake<Outcome> {
        guard let recorder else { return .none }
        let success = success
        return recorder.keepsake { try AnswerMaker().json(answer($0), status: success) }
    }

    /// For operations that only say they were done.
    package func keepingNothing<Outcome>() -> Keepsake<Outcome> {
        guard let recorder else { return .none }
        let success = success
        return recorder.keepsake { _ in AnswerMaker().empty(status: success) }
    }
}
