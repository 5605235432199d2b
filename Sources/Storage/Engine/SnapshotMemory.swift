import OrderCore

/// What was read from one snapshot and is asked for with nearly every request.
///
/// An engine that lets several reads share a snapshot keeps one of these with it and drops it when
/// the snapshot ends. So nothing in it can be older than what a statement would find, and nothing
/// needs to be told when it changes.
package final class SnapshotMemory {
    /// A snapshot lives for milliseconds; more callers than this do not meet in one.
    static let callersMax = 1_000

    private var callers: [[UInt8]: Caller] = [:]

    package init() {}

    func caller(keyHash: [UInt8]) -> Caller? { callers[keyHash] }

    func remember(_ caller: Caller, keyHash: [UInt8]) {
        guard callers.count < Self.callersMax else { return }
        callers[keyHash] = caller
    }
}
