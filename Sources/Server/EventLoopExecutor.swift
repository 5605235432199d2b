import CTaskHook
import NIOCore
import NIOPosix

/// Lets Swift's tasks run on the threads of the event loops.
///
/// Handlers take microseconds. Handing each request from its event loop to another pool of threads
/// and back costs more than that, and wakes a thread for every answer. Long work of its own (the
/// writer) has its own thread, as before.
package enum EventLoopExecutor {
    /// To be called once, before the first task. Where the runtime does not allow it, tasks run on
    /// their usual pool, only slower.
    package static func install() -> Bool {
        chancery_hand_tasks_to { task in
            // A task that is made on an event loop stays there.
            MultiThreadedEventLoopGroup.singleton.any().executor
                .enqueue(ExecutorJob(unsafeBitCast(task, to: UnownedJob.self)))
        } == 0
    }
}
