import Foundation
import Storage
import Synchronization

/// Threads that each hold one session and take from one queue.
///
/// libpq blocks while it waits for the server; that must happen neither on Swift's pool nor on an
/// event loop. Threads, and with them connections, are begun when all that are there have work,
/// up to a limit; then work waits.
final class Lane: Sendable {
    typealias Job = @Sendable (SessionHolder) -> Void

    private struct State {
        var waiting: [Job] = []
        var threadsCount = 0
        var idleCount = 0
        var isStopping = false
    }

    private let name: String
    private let threadsMax: Int
    private let connector: Connector
    private let state = Mutex(State())
    private let wakeUp = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    init(_ name: String, threadsMax: Int, connector: Connector) {
        self.name = name
        self.threadsMax = threadsMax
        self.connector = connector
    }

    func run<Value: Sendable>(
        _ body: @escaping @Sendable (SessionHolder) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let isTaken = enqueue { holder in
                continuation.resume(with: Result { try body(holder) })
            }
            if !isTaken {
                continuation.resume(throwing: StorageProblem.unavailable("the database is closed"))
            }
        }
    }

    private func enqueue(_ job: @escaping Job) -> Bool {
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
                job(holder)
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
    private let refusal = Mutex<Refusal?>(nil)

    init(options: [(keyword: String, value: String)]) {
        self.options = options
    }

    func open() throws -> Session {
        if let refusal = refusal.withLock({ $0 }), ContinuousClock.now < refusal.end {
            throw StorageProblem.unavailable(refusal.reason)
        }
        do {
            let session = try Session(options)
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

    init(connector: Connector) {
        self.connector = connector
    }

    func withSession<Value>(_ body: (Session) throws -> Value) throws -> Value {
        let session = try open()
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
