import HTTPTypes
import Hummingbird
import NIOCore
import OrderCore
package import Registration

/// Sees that a request with an `Idempotency-Key` is carried out once, however often it is sent.
///
/// What is refused leaves neither a change nor a kept answer: the client may mend the request and
/// send it under the same key.
package struct RepeatGuard: Sendable {
    private let desk: RepeatDesk

    package init(desk: RepeatDesk) {
        self.desk = desk
    }

    static let header = HTTPField.Name("Idempotency-Key")!

    /// The ticket of a request that has a key.
    func ticket(
        for request: Hummingbird.Request, of caller: Caller, body: ByteBufferView
    ) throws -> RepeatTicket? {
        let headers = request.headers[values: Self.header]
        guard !headers.isEmpty, let key = caller.key,
            let secret = request.headers[Gate.keyHeader]
        else { return nil }
        return try RepeatTicket(
            headers: headers, apiKey: (key.id, secret),
            target: "\(request.method) \(request.uri)", body: Array(body))
    }

    /// The reply to a ticket: the one that was given before, or the one that `respond` makes now.
    func reply(
        to ticket: RepeatTicket, _ respond: (ReplyRecorder) async throws -> Reply
    ) async throws -> Reply {
        if let kept = try await kept(ticket) { return kept }
        let recorder = ReplyRecorder(ticket: ticket, desk: desk)
        do {
            let reply = try await respond(recorder)
            if let recorded = recorder.reply { return recorded }
            try await desk.keep(reply.octets, for: ticket)
            return reply
        } catch {
            // The same request may have been faster on another way in. Then whatever hindered this
            // one, the name taken or the order changed, its answer stands for both.
            if let kept = try await kept(ticket) { return kept }
            throw error
        }
    }

    private func kept(_ ticket: RepeatTicket) async throws -> Reply? {
        try await desk.answer(to: ticket).map { try Reply(octets: $0) }
    }
}
