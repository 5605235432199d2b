import Foundation
import Storage
import Synchronization

/// Threads that each hold one session and take from one queue.
///
/// libpq blocks while it waits for the server; that must happen neither on Swift's pool nor on an
/// event loop. Threads, and with them connections, are begun when work waits, up to a limit; then
/// work waits on, that of requests not for long (``AnswerWatch``).
///
/// A lane may gather: then one thread does what it can together (``Batch``), and another one joins
/// it only where something has waited for a while.
final class Lane<Work: Sendable>: WaitingLine {
    struct Job: Sendable {
        fileprivate let number: Int
        fileprivate let arrival: DispatchTime
        fileprivate let since: Int
        let patience: Patience
        let work: Work
        let refuse: @Sendable (StorageProblem) -> Void

        fileprivate func isOverdue(_ last: Int) -> Bool {
            patience == .ofRequests && since <= last
        }
    }

    private struct State {
        var waiting: [Job] = []
        var lastNumber = 0
        var threadsCount = 0
        var idleCount = 0
        var runningCount = 0
        var willSpread = false
        var isStopping = false
    }

    /// How a thread that is to work comes about.
    private enum Help {
        case none, wake, begin
    }

    private let name: String
    private let threadsMax: Int
    private let gathering: Gathering?
    private let connector: Connector
    private let watch: AnswerWatch
    private let serve: @Sendable (SessionHolder, Batch) -> Void
    private let state = Mutex(State())
    private let wakeUp = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    /// - Parameter serve: does the jobs that a thread may do together.
    init(
        _ name: String, threadsMax: Int, gathering: Gathering? = nil, connector: Connector,
        watch: AnswerWatch, serve: @escaping @Sendable (SessionHolder, Batch) -> Void
    ) {
        self.name = name
        self.threadsMax = threadsMax
        self.gathering = gathering
        self.connector = connector
        self.watch = watch
        self.serve = serve
    }

    /// Has work done, or refused through its asker.
    func add<Value>(_ work: Work, for asker: Asker<Value>) {
        let patience = Patience.current
        let refuse: @Sendable (StorageProblem) -> Void = { asker.tell(.failure($0)) }
        let found = state.withLock { state -> Help? in
            guard !state.isStopping else { return nil }
            state.lastNumber += 1
            state.waiting.append(
                Job(
                    number: state.lastNumber, arrival: .now(), since: watch.now,
                    patience: patience, work: work, refuse: refuse))
            if gathering != nil, state.runningCount > 0 {
                spreadLater(&state)
                return Help.none
            }
            return help(&state)
        }
        guard let found else { return refuse(.unavailable("the database is closed")) }
        give(found)
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

    // MARK: Threads

    private func help(_ state: inout State) -> Help {
        if state.idleCount > 0 {
            state.idleCount -= 1
            state.runningCount += 1
            return .wake
        }
        guard state.threadsCount < threadsMax else { return .none }
        state.threadsCount += 1
        state.runningCount += 1
        return .begin
    }

    private func give(_ help: Help) {
        switch help {
        case .none: break
        case .wake: wakeUp.signal()
        case .begin:
            let thread = Thread { self.loop() }
            thread.name = "chancery-\(name)"
            thread.stackSize = 1 << 21
            thread.start()
        }
    }

    private func loop() {
        let holder = SessionHolder(connector: connector)
        while true {
            let (batch, isStopping) = state.withLock { state in
                let batch = state.waiting.isEmpty ? nil : Batch(self, upTo: state.lastNumber)
                if batch == nil, !state.isStopping {
                    state.idleCount += 1
                    state.runningCount -= 1
                }
                return (batch, state.isStopping)
            }
            if let batch {
                serve(holder, batch)
            } else if isStopping {
                holder.close()
                ended.signal()
                return
            } else {
                wakeUp.wait()
            }
        }
    }

    /// Sees to it that somebody looks whether one thread is enough.
    private func spreadLater(_ state: inout State) {
        guard let gathering, !state.willSpread else { return }
        state.willSpread = true
        DispatchQueue.global().asyncAfter(deadline: .now() + gathering.spreadSeconds) {
            self.spread(gathering)
        }
    }

    private func spread(_ gathering: Gathering) {
        let help = state.withLock { state in
            state.willSpread = false
            guard let first = state.waiting.first else { return Help.none }
            spreadLater(&state)
            let isLate = first.arrival + gathering.spreadSeconds <= .now()
            return isLate ? self.help(&state) : .none
        }
        give(help)
    }

    @discardableResult
    func release() -> Int {
        let (threadsCount, idleCount) = state.withLock { state in
            defer {
                state.isStopping = true
                state.idleCount = 0
            }
            return (state.isStopping ? 0 : state.threadsCount, state.idleCount)
        }
        for _ in 0..<idleCount { wakeUp.signal() }
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

extension Lane {
    /// How a lane does jobs together.
    struct Gathering: Sendable {
        /// How many at most.
        let jobsMax: Int
        /// How long a job waits before another thread joins those that work.
        let spreadSeconds: Double
    }

    /// The jobs that a thread may do together: what waited when it began. It takes one at a time,
    /// so that none waits behind a long one where another thread is free.
    final class Batch {
        private let lane: Lane
        private let last: Int
        private var takenCount = 0

        fileprivate init(_ lane: Lane, upTo last: Int) {
            self.lane = lane
            self.last = last
        }

        /// The next one, if there is one. What may take long is done by itself.
        func next() -> Job? {
            lane.state.withLock { state in
                guard let job = state.waiting.first, job.number <= last,
                    takenCount == 0
                        || takenCount < lane.gathering?.jobsMax ?? 1 && job.patience == .ofRequests
                else { return nil }
                takenCount += 1
                return state.waiting.removeFirst()
            }
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
