import Hummingbird
import HummingbirdCore
import Synchronization
import Web

/// A server that is made when the first request comes: most tests ask nothing of their second one.
struct LateResponder<Responder: HTTPResponder<CallContext>>: HTTPResponder {
    private let made: Made

    /// - Parameter make: called once.
    init(_ make: @escaping @Sendable () -> Responder) {
        made = Made(make)
    }

    private final class Made: Sendable {
        private let responder = Mutex<Responder?>(nil)
        private let make: @Sendable () -> Responder

        init(_ make: @escaping @Sendable () -> Responder) {
            self.make = make
        }

        func get() -> Responder {
            responder.withLock { responder in
                if let responder { return responder }
                let new = make()
                responder = new
                return new
            }
        }
    }

    func respond(
        to request: Hummingbird.Request, context: CallContext
    ) async throws -> Hummingbird.Response {
        try await made.get().respond(to: request, context: context)
    }
}
