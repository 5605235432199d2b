import Foundation
import Issuance

/// The file as it is written; what is not read here is left out.
struct LogListFile: Decodable {
    let operators: [Operator]

    struct Operator: Decodable {
        let name: String
        let logs: [Entry]?
        let tiledLogs: [Entry]?

        enum CodingKeys: String, CodingKey {
            case name
            case logs
            case tiledLogs = "tiled_logs"
        }
    }

    struct Entry: Decodable {
        let description: String?
        let logID: String?
        let key: String
        let url: String?
        /// Of logs that are read elsewhere than they are written to.
        let submissionURL: String?
        let mergeDelaySeconds: Int?
        let state: [String: State]?
        let interval: Interval?

        enum CodingKeys: String, CodingKey {
            case description
            case logID = "log_id"
            case key
            case url
            case submissionURL = "submission_url"
            case mergeDelaySeconds = "mmd"
            case state
            case interval = "temporal_interval"
        }
    }

    /// What it says beside its name does not matter here.
    struct State: Decodable {}

    struct Interval: Decodable {
        let start: String
        let end: String

        enum CodingKeys: String, CodingKey {
            case start = "start_inclusive"
            case end = "end_exclusive"
        }
    }
}

extension LogListFile.Entry {
    /// - Parameter path: where the entry stands, for complaints.
    func log(of operatorName: String, at path: String) throws(LogListProblem) -> TransparencyLog {
        let url = try address(at: path)
        return TransparencyLog(
            name: description ?? url, operatorName: operatorName, url: url,
            key: try readKey(at: path), state: try readState(at: path),
            interval: try readInterval(at: path), mergeDelaySeconds: mergeDelaySeconds)
    }

    private func address(at path: String) throws(LogListProblem) -> String {
        guard let text = submissionURL ?? url else { throw LogListProblem("lacks \(path).url") }
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(),
            scheme == "https" || scheme == "http", url.host()?.isEmpty == false,
            url.query() == nil, url.fragment() == nil
        else {
            throw LogListProblem("has \"\(text)\" at \(path).url, which is no address of a log")
        }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    private func readKey(at path: String) throws(LogListProblem) -> LogKey {
        guard let octets = Foundation.Data(base64Encoded: key) else {
            throw LogListProblem("has a key at \(path).key that is no Base64")
        }
        let read: LogKey
        do throws(LogKeyProblem) {
            read = try LogKey(spki: Array(octets))
        } catch {
            switch error {
            case .unreadable:
                throw LogListProblem("has octets at \(path).key that are no public key in DER")
            case .unsuitable(let kind):
                throw LogListProblem(
                    "has a key of type \(kind) at \(path).key; logs sign with P-256, or with RSA "
                        + "of \(LogKey.rsaBitsMin) bits at least")
            }
        }
        if let logID, Foundation.Data(base64Encoded: logID).map({ Array($0) }) != read.id {
            throw LogListProblem(
                "has a log_id at \(path) that is not the SHA-256 of the key beside it, which is "
                    + Foundation.Data(read.id).base64EncodedString())
        }
        return read
    }

    private func readState(at path: String) throws(LogListProblem) -> TransparencyLog.State {
        guard let state else { return .usable }
        guard state.count == 1, let word = state.keys.first,
            let known = TransparencyLog.State(rawValue: word)
        else {
            let all = TransparencyLog.State.allCases.map(\.rawValue).joined(separator: ", ")
            throw LogListProblem("has another state at \(path).state than one of \(all)")
        }
        return known
    }

    private func readInterval(at path: String) throws(LogListProblem) -> Range<Date>? {
        guard let interval else { return nil }
        // Whatever is wrong with one of them, the complaint is the same.
        let times = [interval.start, interval.end].compactMap { try? Date($0, strategy: .iso8601) }
        guard times.count == 2, times[0] < times[1] else {
            throw LogListProblem(
                "has no span of time at \(path).temporal_interval, such as 2026-01-01T00:00:00Z "
                    + "to 2026-07-01T00:00:00Z")
        }
        return times[0]..<times[1]
    }
}
