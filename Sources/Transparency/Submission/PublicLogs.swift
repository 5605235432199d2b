package import Foundation
package import Issuance

/// The logs of this house, and how they are asked.
package struct PublicLogs: Sendable {
    package let list: LogList
    package let policy: TimestampPolicy
    /// How long somebody who asks for a certificate is kept waiting for logs.
    package let patience: Duration
    private let client: any LogClient
    private let rests = LogRests()

    package static let patienceUsual = Duration.seconds(5)
    /// How long logs are asked for one certificate where nobody waits for the answer.
    package static let submissionMax = Duration.seconds(20)
    /// How long the first logs may take before further ones are asked.
    package static let staggerUsual = Duration.seconds(1)
    let stagger: Duration

    package init(
        list: LogList, policy: TimestampPolicy = TimestampPolicy(),
        client: any LogClient = HTTPLogs(), patience: Duration = Self.patienceUsual,
        stagger: Duration = Self.staggerUsual
    ) {
        self.list = list
        self.policy = policy
        self.client = client
        self.patience = patience
        self.stagger = stagger
    }

    /// Shows a precertificate to logs until there are enough timestamps, each of which was found to
    /// be good.
    ///
    /// As many logs as are needed are asked at once; another for each that fails, and another for
    /// each ``stagger`` that passes. Logs that failed a moment ago are left alone.
    ///
    /// - Parameters:
    ///   - chain: the issuer's certificate, and those above it up to the root.
    ///   - wakesAll: whether those that failed a moment ago are asked as well.
    package func timestamps(
        for precertificate: SignedCertificate, under chain: [SignedCertificate],
        within limit: Duration, at now: Date, wakesAll: Bool = false
    ) async throws(LogOutage) -> TimestampList {
        let logs = list.taking(certificateTill: precertificate.validity.notAfter)
        let need = policy.need(for: precertificate.validity, of: logs)
        let awake = logs.filter { log in
            wakesAll || rests.end(of: log).map { $0 <= now } ?? true
        }
        guard let issuer = chain.first, need.choice(among: awake.map(\.operatorName)) != nil else {
            throw outage(need, of: logs, awake, at: now)
        }
        let entry: LoggedEntry
        do {
            entry = try LoggedEntry(of: precertificate, by: issuer)
        } catch {
            throw LogOutage(complaints: ["The precertificate cannot be read."], retryAt: nil)
        }
        let submission = Submission(
            chain: [precertificate] + chain, entry: entry, need: need,
            logs: awake.alternating(from: precertificate.serial), at: now)
        let course = await run(submission, within: limit)
        guard let chosen = need.choice(among: course.found.map(\.log.operatorName)),
            // A list that cannot be written is none.
            let timestamps = try? TimestampList(chosen.map { course.found[$0].timestamp })
        else {
            throw LogOutage(complaints: course.complaints, retryAt: nil)
        }
        return timestamps
    }

    private struct Submission {
        let chain: [SignedCertificate]
        let entry: LoggedEntry
        let need: TimestampNeed
        let logs: [TransparencyLog]
        let at: Date
    }

    private struct Course {
        var found: [(log: TransparencyLog, timestamp: SignedTimestamp)] = []
        var complaints: [String] = []
    }

    private enum Event: Sendable {
        case answered(TransparencyLog, Result<SignedTimestamp, LogProblem>)
        case staggered
        case timeUp
    }

    private func run(_ submission: Submission, within limit: Duration) async -> Course {
        await withTaskGroup(of: Event.self) { group in
            var course = Course()
            var waiting = submission.logs[...]
            var asked: [TransparencyLog] = []
            func askNext() {
                guard let log = waiting.popFirst() else { return }
                asked.append(log)
                group.addTask { .answered(log, await ask(log, submission)) }
            }
            func pause(_ duration: Duration, _ event: Event) {
                group.addTask {
                    // Cancelled where all is done before.
                    try? await Task.sleep(for: duration)
                    return event
                }
            }
            for _ in 0..<submission.need.count { askNext() }
            pause(limit, .timeUp)
            pause(stagger, .staggered)
            events: for await event in group {
                switch event {
                case .answered(let log, .success(let timestamp)):
                    asked.removeAll { $0 == log }
                    course.found.append((log, timestamp))
                    let operators = course.found.map(\.log.operatorName)
                    if submission.need.choice(among: operators) != nil { break events }
                    if asked.isEmpty { askNext() }
                case .answered(let log, .failure(let problem)):
                    asked.removeAll { $0 == log }
                    course.complaints.append("\(log.name) \(problem).")
                    askNext()
                case .staggered:
                    askNext()
                    if !waiting.isEmpty { pause(stagger, .staggered) }
                case .timeUp:
                    for log in asked {
                        rests.note(.failed("no answer in time"), of: log, at: submission.at)
                        course.complaints.append("\(log.name) has not answered in time.")
                    }
                    break events
                }
                if asked.isEmpty, waiting.isEmpty { break }
            }
            group.cancelAll()
            return course
        }
    }

    private func ask(
        _ log: TransparencyLog, _ submission: Submission
    ) async -> Result<SignedTimestamp, LogProblem> {
        do throws(LogProblem) {
            let timestamp = try await client.add(submission.chain, to: log)
            do throws(TimestampProblem) {
                try log.key.check(timestamp, of: submission.entry, at: submission.at)
            } catch {
                throw .lied(error)
            }
            rests.noteSuccess(of: log)
            return .success(timestamp)
        } catch {
            // Whom nobody waited for any longer did not fail.
            if !Task.isCancelled { rests.note(error, of: log, at: submission.at) }
            return .failure(error)
        }
    }

    private func outage(
        _ need: TimestampNeed, of logs: [TransparencyLog], _ awake: [TransparencyLog],
        at now: Date
    ) -> LogOutage {
        guard need.choice(among: logs.map(\.operatorName)) != nil else {
            return LogOutage(
                complaints: [
                    "\(need.count) timestamps are needed, and \(logs.count) of the logs take "
                        + "certificates that end then."
                ], retryAt: nil)
        }
        let resting = logs.filter { log in !awake.contains(log) }
        return LogOutage(
            complaints: resting.map { "\($0.name) failed a moment ago." },
            retryAt: resting.compactMap { rests.end(of: $0) }.min())
    }
}

/// There are not enough timestamps to be had now.
package struct LogOutage: Error, Equatable, CustomStringConvertible {
    package let complaints: [String]
    /// When it makes sense to ask again; nil: as ever.
    package let retryAt: Date?

    package init(complaints: [String], retryAt: Date?) {
        self.complaints = complaints
        self.retryAt = retryAt
    }

    package var description: String { complaints.joined(separator: " ") }
}

extension [TransparencyLog] {
    /// From another start for each certificate, so that the load is shared, and no operator again
    /// before the others had their turn.
    fileprivate func alternating(from serial: SerialNumber) -> [TransparencyLog] {
        guard !isEmpty else { return [] }
        let start = (Int(serial.hex.suffix(4), radix: 16) ?? 0) % count
        var waiting = Array(self[start...] + self[..<start])
        var turns: [String: Int] = [:]
        var ordered: [TransparencyLog] = []
        while let next = waiting.indices.min(by: { one, other in
            (turns[waiting[one].operatorName, default: 0], one)
                < (turns[waiting[other].operatorName, default: 0], other)
        }) {
            let log = waiting.remove(at: next)
            turns[log.operatorName, default: 0] += 1
            ordered.append(log)
        }
        return ordered
    }
}
