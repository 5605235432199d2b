import Foundation
import Logging
import Synchronization

/// What was logged, as one text.
final class SampleLog: Sendable {
    private let lines = Mutex("")

    var text: String { lines.withLock { $0 } }

    func count(of words: String) -> Int { text.components(separatedBy: words).count - 1 }

    var logger: Logger {
        Logger(label: "test") { [self] _ in Handler(log: self) }
    }

    private struct Handler: LogHandler {
        let log: SampleLog
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.info

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            log.lines.withLock { $0 += "\(event.message) \(event.metadata ?? [:])\n" }
        }
    }
}
