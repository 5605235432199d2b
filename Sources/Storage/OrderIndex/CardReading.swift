import CMemory
import Dispatch

/// Where the cards are read: all of them keep some threads busy for seconds, and no request is to
/// wait behind them on an event loop.
final class CardReading: TaskExecutor {
    private let queue = DispatchQueue(label: "chancery-order-index", attributes: .concurrent)

    /// Returns memory to the system that threads keep which have read cards, and read no more.
    static func giveBack() {
        chancery_return_memory()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
