import Foundation
import Storage
import Synchronization

/// Threads that each hold one session and take from one queue.
///
/// libpq blocks while it waits for the server; that must happen neither on Swift's pool nor on an
/// event loop. Threads, and with them connections, are begun when all that are there have work,
/// up to a limit; then work waits, that of requests not for long (``AnswerWatch``).
final class Lane: Sendable {
    private struct Job: Sendable {
        let since: Int
        let patience: Patience
        let run: @Sendable (SessionHolder) -> Void
        let refuse: @Sendable (StorageProblem) -> Void

        func isOverdue(_ last: Int) -> Bool { patience == .ofRequests && since <= last }
    }

    private struct State {
        var waiting: [Job] = []
        var threadsCount = 0
        var idleCount = 0
        var isStopping = false
    }

    private let name: String
    private let threadsMax: Int
    private let connector: Connector
    private let watch: AnswerWatch
    private let state = Mutex(State())
    private let wakeUp = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    init(_ name: String, threadsMax: Int, connector: Connector, watch: AnswerWatch) {
        self.name = name
        self.threadsMax = threadsMax
        self.connector = connector
        self.watch = watch
    }

    func run<Value: Sendable>(
        _ body: @escaping @Sendable (SessionHolder) throws -> Value
    ) async throws -> Value {
        let patience = Patience.current
        return try await withCheckedThrowingContinuation { continuation in
            let asker = Asker(continuation)
            let refuse: @Sendable (StorageProblem) -> Void = { asker.tell(.failure($0)) }
            let job = Job(
                since: watch.now, patience: patience,
                run: { holder in
                    holder.errand = Errand(patience: patience, fail: refuse)
                    defer { holder.errand = nil }
                    asker.tell(Result { try body(holder) })
                }, refuse: refuse)
            if !enqueue(job) { refuse(.unavailable("the database is closed")) }
        }
    }

    /// Refuses the requests that have waited for a thread since then or longer.
    func refuse(waitingSince last: Int) {
        let overdue = state.withLock { state in
            let overdue = state.waiting.filter { $0.isOverdue(last) }
            if !overdue.isEmpty { state.waiting.removeAll { $0.isOverdue(last) } }
            return overdue
        }
        for job in overdue {
            job.refuse(.unavailable("no connection was free: the server is slow to answer"))
        }
    }

    private func enqueue(_ job: Job) -> Bool {
        let (isTaken, needsThread) = state.withLock { state in
            guard !state.isStopping else { return (false, false) }
            state.waiting.append(job)
            guard state.idleCount < state.waiting.count, state.threadsCount < threadsMax else {
                return (true, false)
            }
            state.threadsCount += 1
            return (true, true)
        }
        if isTaken { wakeUp.signal() }
        if needsThread { startThread() }
        return isTaken
    }

    private func startThread() {
        let thread = Thread { self.loop() }
        thread.name = "chancery-\(name)"
        thread.stackSize = 1 << 21
        thread.start()
    }

    private func loop() {
        let holder = SessionHolder(connector: connector)
        while true {
            state.withLock { $0.idleCount += 1 }
            wakeUp.wait()
            let (job, isStopping) = state.withLock { state in
                state.idleCount -= 1
                return (state.waiting.isEmpty ? nil : state.waiting.removeFirst(), state.isStopping)
            }
            if let job {
                job.run(holder)
            } else if isStopping {
                holder.close()
                ended.signal()
                return
            }
        }
    }

    /// Has the threads end once everything that waits is done. Returns how many there are.
    @discardableResult
    func release() -> Int {
        let threadsCount = state.withLock { state in
            defer { state.isStopping = true }
            return state.isStopping ? 0 : state.threadsCount
        }
        for _ in 0..<threadsCount { wakeUp.signal() }
        return threadsCount
    }

    /// Ends once everything that waits is done.
    func stop() async {
        let threadsCount = release()
        await withCheckedContinuation { continuation in
            let thread = Thread {
                for _ in 0..<threadsCount { self.ended.wait() }
                continuation.resume()
            }
            thread.start()
        }
    }
}

/// Who waits for a value, and is told once: of it, or sooner that it is not known.
private final class Asker<Value: Sendable>: Sendable {
    private let continuation: Mutex<CheckedContinuation<Value, any Error>?>

    init(_ continuation: CheckedContinuation<Value, any Error>) {
        self.continuation = Mutex(continuation)
    }

    func tell(_ result: Result<Value, any Error>) {
        let waiting = continuation.withLock { continuation in
            defer { continuation = nil }
            return continuation
        }
        waiting?.resume(with: result)
    }
}

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
