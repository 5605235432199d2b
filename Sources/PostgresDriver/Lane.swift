import Foundation
import Storage
import Synchronization

/// Threads that each hold one session and take from one queue.
///
/// libpq blocks while it waits for the server; that must happen neither on Swift's pool nor on an
/// event loop. Threads, and with them connections, are begun when all that are there have work,
/// up to a limit; then work waits, that of requests not for long (``AnswerWatch``). A lane may have
/// a thread take several jobs at once.
final class Lane<Work: Sendable>: WaitingLine {
    struct Job: Sendable {
        let since: Int
        let patience: Patience
        let work: Work
        let refuse: @Sendable (StorageProblem) -> Void

        fileprivate func isOverdue(_ last: Int) -> Bool {
            patience == .ofRequests && since <= last
        }
    }

    private struct State {
        var waiting: [Job] = []
        var threadsCount = 0
        var idleCount = 0
        var isStopping = false
    }

    private let name: String
    private let threadsMax: Int
    private let jobsMax: Int
    private let takesAll: Bool
    private let connector: Connector
    private let watch: AnswerWatch
    private let serve: @Sendable (SessionHolder, [Job]) -> Void
    private let state = Mutex(State())
    private let wakeUp = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    /// - Parameters:
    ///   - jobsMax: how many jobs one thread takes at once, if as many wait.
    ///   - takesAll: whether it takes as many even where idle threads could have some of them.
    ///   - serve: does the jobs that a thread took.
    init(
        _ name: String, threadsMax: Int, jobsMax: Int = 1, takesAll: Bool = true,
        connector: Connector, watch: AnswerWatch,
        serve: @escaping @Sendable (SessionHolder, [Job]) -> Void
    ) {
        self.name = name
        self.threadsMax = threadsMax
        self.jobsMax = jobsMax
        self.takesAll = takesAll
        self.connector = connector
        self.watch = watch
        self.serve = serve
    }

    /// Has work done, or refused through its asker.
    func add<Value>(_ work: Work, for asker: Asker<Value>) {
        let refuse: @Sendable (StorageProblem) -> Void = { asker.tell(.failure($0)) }
        let job = Job(since: watch.now, patience: .current, work: work, refuse: refuse)
        if !enqueue(job) { refuse(.unavailable("the database is closed")) }
    }

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
            let (jobs, isStopping) = state.withLock { state in
                state.idleCount -= 1
                return (take(from: &state), state.isStopping)
            }
            if !jobs.isEmpty {
                serve(holder, jobs)
            } else if isStopping {
                holder.close()
                ended.signal()
                return
            }
        }
    }

    /// What a thread does next. Work that may take long is done by itself.
    private func take(from state: inout State) -> [Job] {
        let othersCount = takesAll ? 0 : state.idleCount + threadsMax - state.threadsCount
        let fairCount = (state.waiting.count + othersCount) / (othersCount + 1)
        let short = state.waiting.prefix(min(jobsMax, fairCount))
            .prefix { $0.patience == .ofRequests }
        let jobs = Array(short.isEmpty ? state.waiting.prefix(1) : short)
        state.waiting.removeFirst(jobs.count)
        return jobs
    }

    @discardableResult
    func release() -> Int {
        let threadsCount = state.withLock { state in
            defer { state.isStopping = true }
            return state.isStopping ? 0 : state.threadsCount
        }
        for _ in 0..<threadsCount { wakeUp.signal() }
        return threadsCount
    }

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

/// What of a lane does not depend on its work.
protocol WaitingLine: Sendable {
    /// Refuses the requests that have waited for a thread since then or longer.
    func refuse(waitingSince last: Int)

    /// Has the threads end once everything that waits is done. Returns how many there are.
    @discardableResult
    func release() -> Int

    /// Ends once everything that waits is done.
    func stop() async
}

/// Work of a thread's session for one body.
typealias Turn = @Sendable (SessionHolder) -> Void

extension Lane where Work == Turn {
    /// A lane whose threads do one job after the other.
    convenience init(
        _ name: String, threadsMax: Int, connector: Connector, watch: AnswerWatch
    ) {
        self.init(name, threadsMax: threadsMax, connector: connector, watch: watch) {
            holder, jobs in
            for job in jobs {
                holder.errand = Errand(patience: job.patience, fail: job.refuse)
                defer { holder.errand = nil }
                job.work(holder)
            }
        }
    }

    func run<Value: Sendable>(
        _ body: @escaping @Sendable (SessionHolder) throws -> Value
    ) async throws -> Value {
        try await Asker.wait { asker in
            add({ holder in asker.tell(Result { try body(holder) }) }, for: asker)
        }
    }
}
