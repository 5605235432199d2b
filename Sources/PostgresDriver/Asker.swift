import Synchronization

/// Who waits for a value, and is told once: of it, or sooner that it is not known.
final class Asker<Value: Sendable>: Sendable {
    private let continuation: Mutex<CheckedContinuation<Value, any Error>?>

    private init(_ continuation: CheckedContinuation<Value, any Error>) {
        self.continuation = Mutex(continuation)
    }

    /// Waits until the asker is told.
    static func wait(_ body: (Asker) -> Void) async throws -> Value {
        try await withCheckedThrowingContinuation { body(Asker($0)) }
    }

    func tell(_ result: Result<Value, any Error>) {
        let waiting = continuation.withLock { continuation in
            defer { continuation = nil }
            return continuation
        }
        waiting?.resume(with: result)
    }
}
