package import Foundation

/// When a name that waits for its proof is looked at again: often at first, then ever more rarely.
package enum ControlSchedule {
    /// So long after the start, looks are so far apart (contract: polling).
    private static let steps: [(untilSeconds: TimeInterval, everySeconds: TimeInterval)] = [
        (15 * 60, 60),
        (75 * 60, 5 * 60),
        (75 * 60 + 86_400, 15 * 60),
        (75 * 60 + 11 * 86_400, 3600),
    ]

    /// The next look after one at `now`; none once it has been tried for eleven days.
    package static func next(after now: Date, startedAt start: Date) -> Date? {
        let elapsed = now.timeIntervalSince(start)
        return steps.first { elapsed < $0.untilSeconds }.map {
            now.addingTimeInterval($0.everySeconds)
        }
    }
}
