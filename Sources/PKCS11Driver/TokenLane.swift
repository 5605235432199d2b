import Foundation
import Synchronization

/// Threads that each hold one session of a token and take from one queue.
///
/// Tokens block while they work; that must happen neither on Swift's pool nor on an event loop.
/// Threads, and with them sessions, are begun when all that are there have work, up to a limit;
/// then work waits.
final class TokenLane: Sendable {
    typealias Job = @Sendable (SessionHolder) -> Void

    private struct State {
        var waiting: [Job] = []
        var threadsCount = 0
        var idleCount = 0
        var isStopping = false
    }

    private let threadsMax: Int
    private let opener: SessionOpener
    private let state = Mutex(State())
    private let wakeUp = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    init(threadsMax: Int, opener: SessionOpener) {
        self.threadsMax = threadsMax
        self.opener = opener
    }

    func run<Value: Sendable>(
        _ body: @escaping @Sendable (TokenSession) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let isTaken = enqueue { holder in
                continuation.resume(with: Result { try holder.withSession(body) })
            }
            if !isTaken { continuation.resume(throwing: TokenProblem.closed) }
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
        let thread = Thread {
            self.loop()
            // Its session is closed by now.
            self.ended.signal()
        }
        thread.name = "chancery-token"
        thread.stackSize = 1 << 20
        thread.start()
    }

    private func loop() {
        let holder = SessionHolder(opener)
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
                return
            }
        }
    }

    /// Ends when everything that waits is done and all sessions are closed.
    func stop() {
        let threadsCount = state.withLock { state in
            defer { state.isStopping = true }
            return state.isStopping ? 0 : state.threadsCount
        }
        for _ in 0..<threadsCount { wakeUp.signal() }
        for _ in 0..<threadsCount { ended.wait() }
    }
}

/// Opens sessions that are logged in. A PIN that was wrong is not tried again.
final class SessionOpener: Sendable {
    private let module: CryptokiModule
    private let slotLabel: String
    private let pin: TokenPIN
    private let refusal = Mutex<TokenProblem?>(nil)

    init(_ module: CryptokiModule, label: String, pin: TokenPIN) {
        self.module = module
        slotLabel = label
        self.pin = pin
    }

    func open() throws(TokenProblem) -> TokenSession {
        if let refusal = refusal.withLock({ $0 }) { throw refusal }
        let session = try TokenSession(module, slot: try module.slot(of: slotLabel))
        do {
            try session.logIn(pin, label: slotLabel)
        } catch {
            switch error {
            case .pinWrong, .pinLocked: refusal.withLock { $0 = error }
            default: break
            }
            throw error
        }
        return session
    }
}

/// The session of one thread: opened when needed, and again after it was lost.
final class SessionHolder {
    private let opener: SessionOpener
    private var session: TokenSession?

    init(_ opener: SessionOpener) {
        self.opener = opener
    }

    func withSession<Value>(_ body: (TokenSession) throws -> Value) throws -> Value {
        if let session {
            do {
                return try body(session)
            } catch let problem as TokenProblem where problem.isSessionLost {
                self.session = nil
            }
        }
        let opened = try opener.open()
        session = opened
        return try body(opened)
    }
}
