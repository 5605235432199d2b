import Foundation
import Synchronization

/// Where lines of the log wait a few milliseconds for others, so that a busy server does not make
/// a system call for each of them. They leave in the order in which they came.
///
/// What a process had not written when it was killed is lost with it: a few milliseconds of lines
/// about requests. Nothing leans on them; changes are in the audit log.
package final class LogSpool: Sendable {
    /// How long a line may wait.
    static let pauseMicroseconds: UInt32 = 5000
    /// From so many octets on, nothing waits any more.
    static let octetsMax = 1 << 16

    private let file: Int32
    private let waiting = Mutex<[UInt8]>([])
    /// Held while octets leave, so that those taken later leave later.
    private let leaving = Mutex(())
    private let wakeUp = DispatchSemaphore(value: 0)

    /// It lasts as long as the process.
    ///
    /// - Parameter file: a descriptor, standard error say, which stays open.
    package init(file: Int32) {
        self.file = file
        let thread = Thread {
            while true {
                self.wakeUp.wait()
                usleep(Self.pauseMicroseconds)
                self.flush()
            }
        }
        thread.name = "chancery-log"
        thread.start()
    }

    /// Takes a line.
    ///
    /// - Parameter isUrgent: whether it is written before this returns, with all that came before.
    func add(_ line: [UInt8], isUrgent: Bool) {
        let (count, wasEmpty) = waiting.withLock { waiting in
            let wasEmpty = waiting.isEmpty
            waiting.append(contentsOf: line)
            return (waiting.count, wasEmpty)
        }
        if isUrgent || count >= Self.octetsMax {
            flush()
        } else if wasEmpty {
            wakeUp.signal()
        }
    }

    /// Writes all that waits.
    package func flush() {
        leaving.withLock { _ in
            let octets = waiting.withLock { waiting in
                let taken = waiting
                waiting = []
                return taken
            }
            octets.withUnsafeBytes { octets in
                var written = 0
                while written < octets.count {
                    let count = write(
                        file, octets.baseAddress.map { $0 + written }, octets.count - written)
                    // A log that cannot be written is nothing that could be logged.
                    if count < 0, errno != EINTR { return }
                    written += max(0, count)
                }
            }
        }
    }
}
