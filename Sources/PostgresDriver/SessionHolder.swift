import Storage
import Synchronization

/// What a session is used for: how long that may take, and how whoever asked is told that it
/// failed before it has ended.
struct Errand: Sendable {
    let patience: Patience
    let fail: @Sendable (StorageProblem) -> Void
}

/// Opens sessions, and does not knock again at once where nobody opened: while the server is away,
/// whoever asks hears so without waiting for it.
final class Connector: Sendable {
    /// How long nobody tries after a failure.
    static let pauseSeconds: Duration = .milliseconds(250)

    private struct Refusal {
        let reason: String
        let end: ContinuousClock.Instant
    }

    private let options: [(keyword: String, value: String)]
    private let watch: AnswerWatch
    private let refusal = Mutex<Refusal?>(nil)

    init(options: [(keyword: String, value: String)], watch: AnswerWatch) {
        self.options = options
        self.watch = watch
    }

    func open() throws -> Session {
        if let refusal = refusal.withLock({ $0 }), ContinuousClock.now < refusal.end {
            throw StorageProblem.unavailable(refusal.reason)
        }
        watch.begin()
        do {
            let session = try Session(options, watch)
            refusal.withLock { $0 = nil }
            return session
        } catch let lost as ConnectionLost {
            refusal.withLock {
                $0 = Refusal(reason: lost.reason, end: .now + Self.pauseSeconds)
            }
            throw StorageProblem.unavailable(lost.reason)
        }
    }
}

/// The session of one thread: opened when needed, and again after it was lost.
final class SessionHolder {
    private let connector: Connector
    private var session: Session?
    /// On whose behalf the session is used.
    var errand: Errand?

    init(connector: Connector) {
        self.connector = connector
    }

    func withSession<Value>(_ body: (Session) throws -> Value) throws -> Value {
        let session = try open()
        session.errand = errand
        defer { session.errand = nil }
        do {
            return try body(session)
        } catch let lost as ConnectionLost {
            self.session = nil
            throw lost
        }
    }

    private func open() throws -> Session {
        if let session, session.isOpen { return session }
        let opened = try connector.open()
        session = opened
        return opened
    }

    func close() {
        session = nil
    }
}
