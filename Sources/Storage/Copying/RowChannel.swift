import Foundation
import Synchronization

/// Takes rows from the thread that reads to the thread that writes, a few batches at a time. Both
/// are in a transaction, whose bodies cannot suspend; so they wait.
final class RowChannel: Sendable {
    enum Item: Sendable {
        case tables([Table], rowsTotal: Int)
        case rows([[SQLValue]])
        case tableEnd
    }

    private struct State {
        var items: [Item] = []
        var isEnded = false
        var failure: (any Error)?
        var isCancelled = false
        var isOpen = false
        var reader: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())
    /// From nothing up: it may be let go with batches that nobody took.
    private let space = DispatchSemaphore(value: 0)
    private let arrived = DispatchSemaphore(value: 0)

    init(batchesMax: Int) {
        for _ in 0..<batchesMax { space.signal() }
    }

    /// For the writer, before it begins: not a second time, since what was received is gone.
    func open() -> Bool {
        let (isFirst, reader) = state.withLock { state in
            defer {
                state.isOpen = true
                state.reader = nil
            }
            return (!state.isOpen, state.reader)
        }
        reader?.resume()
        return isFirst
    }

    /// Returns once there is a writer, or never will be.
    func opened() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen && !state.isCancelled { state.reader = continuation }
                return state.reader == nil
            }
            if isOpen { continuation.resume() }
        }
    }

    func send(_ item: Item) throws {
        space.wait()
        let isCancelled = state.withLock { state in
            state.items.append(item)
            return state.isCancelled
        }
        guard !isCancelled else { throw Copying.Problem.interrupted }
        arrived.signal()
    }

    func receive() throws -> Item {
        arrived.wait()
        let (item, failure) = state.withLock { state in
            (state.items.isEmpty ? nil : state.items.removeFirst(), state.failure)
        }
        guard let item else { throw failure ?? Copying.Problem.interrupted }
        space.signal()
        return item
    }

    /// No more is sent, because of an error or because that was all.
    func end(_ failure: (any Error)?) {
        state.withLock { state in
            state.isEnded = true
            state.failure = failure
        }
        arrived.signal()
    }

    /// Nobody receives any more.
    func cancel() {
        let reader = state.withLock { state in
            defer { state.reader = nil }
            state.isCancelled = true
            return state.reader
        }
        reader?.resume()
        space.signal()
    }
}
