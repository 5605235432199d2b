import Foundation
import GRDBSQLite
import Synchronization

/// Carries the write-ahead log over into the database file, on a thread and a connection of its
/// own: neither readers nor the writer wait for it.
///
/// Under a load that never ends, the log would never be carried over to its end, and so never begin
/// anew. Past ``JournalLimits/pagesMax`` the writer therefore pauses between two groups until the
/// little that is left is carried over too. A reader of an old state can hold that up, for a short
/// while only: then the writer goes on, and tries again later.
///
/// A checkpoint that fails loses nothing: what is in the log is durable there.
final class Checkpointer: Sendable {
    private struct State {
        /// How many pages the log had when it was last looked at.
        var pages = 0
        /// From how many on it is carried over next.
        var dueFrom: Int
        /// From how many on the writer pauses next.
        var pauseFrom: Int
        var isStopping = false
        var gate = CheckpointGate()
    }

    private let connection: Connection
    private let gauge: JournalGauge
    private let limits: JournalLimits
    private let whileReadersLetGo: @Sendable (() -> Void) -> Void
    private let state: Mutex<State>
    private let wakeUp = DispatchSemaphore(value: 0)
    private let ended = DispatchSemaphore(value: 0)

    /// - Parameters:
    ///   - connection: its busy timeout is how long a pause lasts at most.
    ///   - whileReadersLetGo: runs its body while readers keep nothing past a read.
    init(
        connection: Connection, gauge: JournalGauge, limits: JournalLimits,
        whileReadersLetGo: @escaping @Sendable (() -> Void) -> Void
    ) {
        self.whileReadersLetGo = whileReadersLetGo
        self.connection = connection
        self.gauge = gauge
        self.limits = limits
        state = Mutex(State(dueFrom: limits.checkpointPages, pauseFrom: limits.pagesMax))
    }

    func start() {
        let thread = Thread { self.loop() }
        thread.name = "chancery-checkpointer"
        thread.stackSize = 1 << 20
        thread.start()
    }

    func stop() {
        state.withLock { $0.isStopping = true }
        wakeUp.signal()
        ended.wait()
        // Nothing is lost with a connection that only carries over.
        try? connection.close()
    }

    /// To be called by the writer before it begins a group.
    func noteBegin() {
        state.withLock { $0.gate.noteBegin() }
    }

    /// To be called by the writer between two groups, its callers answered.
    func noteCommit() {
        let pages = gauge.pages
        let (isDue, isTooLong) = state.withLock { state in
            state.gate.noteCommit()
            if pages < state.pages {
                state.dueFrom = limits.checkpointPages
                state.pauseFrom = limits.pagesMax
            }
            state.pages = pages
            let isDue = pages >= state.dueFrom
            if isDue { state.dueFrom = pages + limits.checkpointPages }
            let isTooLong = pages >= state.pauseFrom
            if isTooLong { state.pauseFrom = pages + limits.pagesMax / 4 }
            return (isDue, isTooLong)
        }
        if isTooLong {
            // Busy readers, or a disk that is full: the log grows until the next try.
            whileReadersLetGo { carryOver(SQLITE_CHECKPOINT_RESTART) }
        } else if isDue {
            wakeUp.signal()
        }
    }

    private func loop() {
        while true {
            wakeUp.wait()
            if state.withLock({ $0.isStopping }) {
                ended.signal()
                return
            }
            // It is tried again when the log has grown by as much.
            carryOver(SQLITE_CHECKPOINT_PASSIVE)
        }
    }

    private func carryOver(_ mode: Int32) {
        // What fails is tried again when the log has grown; what is in the log is durable there.
        try? connection.checkpoint(mode, if: { state.withLock { $0.gate.isOpen } }) { isWhole in
            state.withLock { $0.gate.noteCheckpoint(isWhole: isWhole) }
        }
    }
}
