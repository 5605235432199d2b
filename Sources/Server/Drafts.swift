import Dispatch
import Foundation

/// Files that are of use to nobody before they have another name: they are removed at the end, and
/// where the program is interrupted or told to end.
final class Drafts {
    private let paths: [String]
    private let sources: [any DispatchSourceSignal]

    init(_ paths: [String]) {
        self.paths = paths
        sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                Self.remove(paths)
                // As it would have ended otherwise. This thread takes no signals, another does.
                signal(number, SIG_DFL)
                kill(getpid(), number)
            }
            source.resume()
            return source
        }
    }

    /// That they are mostly not there is no error.
    func remove() { Self.remove(paths) }

    func end() {
        remove()
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
    }

    private static func remove(_ paths: [String]) {
        for path in paths { _ = unlink(path) }
    }
}
