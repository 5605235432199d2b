import Foundation
import Issuance
import Synchronization

/// Logs that failed, and until when they are left alone: on each failure twice as long as before,
/// or as long as they ask for.
///
/// Without it, every order would wait for every dead log again.
final class LogRests: Sendable {
    static let secondsMin: TimeInterval = 2
    static let secondsMax: TimeInterval = 60
    /// The most that a log may ask for.
    static let askedSecondsMax: TimeInterval = 3600

    private struct Rest {
        var failures = 0
        var end = Date.distantPast
    }

    private let rests = Mutex<[[UInt8]: Rest]>([:])

    func end(of log: TransparencyLog) -> Date? {
        rests.withLock { $0[log.key.id]?.end }
    }

    func noteSuccess(of log: TransparencyLog) {
        rests.withLock { $0[log.key.id] = nil }
    }

    /// That a log refuses one certificate says nothing about the next. What was asked at the same
    /// time and fails as well is no further failure.
    func note(_ problem: LogProblem, of log: TransparencyLog, at now: Date) {
        var asked: TimeInterval?
        switch problem {
        case .refused: return
        case .busy(_, let pause): asked = pause
        case .failed, .lied, .unreadable: break
        }
        let pause = asked.flatMap { $0 >= 0 ? min($0, Self.askedSecondsMax) : nil }
        rests.withLock { rests in
            var rest = rests[log.key.id, default: Rest()]
            if now >= rest.end { rest.failures += 1 }
            let usual = min(pow(Self.secondsMin, Double(rest.failures)), Self.secondsMax)
            rest.end = max(rest.end, now.addingTimeInterval(pause ?? usual))
            rests[log.key.id] = rest
        }
    }
}
