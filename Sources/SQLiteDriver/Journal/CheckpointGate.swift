/// Says when a checkpoint may begin: not while the log is carried over whole already.
///
/// Before 3.51.3, SQLite has a race (its "WAL-reset bug"): a second checkpoint begins on such a
/// log, a commit meanwhile begins the log anew, and the checkpoint takes part of the new log for
/// carried over, which is then lost. A group that began after a checkpoint had carried everything
/// has begun the log anew once it is committed; until then there is nothing to carry.
package struct CheckpointGate: Sendable {
    /// Groups of writes, counted as they begin.
    private var begun = 0
    /// The last one that was committed.
    private var committed = 0
    /// How many had begun when a checkpoint last left nothing to carry.
    private var begunWhenWhole = 0

    package init() {}

    package var isOpen: Bool { committed > begunWhenWhole }

    package mutating func noteBegin() { begun += 1 }
    package mutating func noteCommit() { committed = begun }

    /// - Parameter isWhole: whether all of the log was carried over.
    package mutating func noteCheckpoint(isWhole: Bool) {
        if isWhole { begunWhenWhole = begun }
    }
}
