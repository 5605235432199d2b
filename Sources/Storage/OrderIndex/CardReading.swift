import Dispatch

/// Where the cards are read: all of them keep some threads busy for seconds, and no request is to
/// wait behind them on an event loop.
final class CardReading: TaskExecutor {
    private let queue = DispatchQueue(label: "chancery-order-index", attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
