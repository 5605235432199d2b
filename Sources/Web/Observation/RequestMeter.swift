import Synchronization

/// Counts requests and their durations by route and status, for Prometheus to read.
///
/// Routes are templates, never paths: the number of series is bounded by the program.
package final class RequestMeter: Sendable {
    /// Upper ends of the buckets, in seconds.
    static let bounds: [Double] = [
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5,
    ]

    struct Series: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    struct Measure {
        var buckets = Array(repeating: 0, count: RequestMeter.bounds.count)
        var count = 0
        var seconds = 0.0
    }

    private let measures = Mutex<[Series: Measure]>([:])

    package init() {}

    func note(_ series: Series, seconds: Double) {
        measures.withLock { measures in
            measures[series, default: Measure()].add(seconds)
        }
    }

    /// The exposition in Prometheus' text format, version 0.0.4.
    package var exposition: String {
        let all = measures.withLock { $0 }.sorted { $0.key.sortKey < $1.key.sortKey }
        var lines = [
            "# HELP chancery_http_request_duration_seconds Time to answer a request.",
            "# TYPE chancery_http_request_duration_seconds histogram",
        ]
        for (series, measure) in all { lines += measure.lines(series.labels) }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension RequestMeter.Series {
    var labels: String { "method=\"\(method)\",route=\"\(route)\",status=\"\(status)\"" }
    var sortKey: String { "\(route) \(method) \(status)" }
}

extension RequestMeter.Measure {
    mutating func add(_ duration: Double) {
        count += 1
        seconds += duration
        if let place = RequestMeter.bounds.firstIndex(where: { duration <= $0 }) {
            buckets[place] += 1
        }
    }

    func lines(_ labels: String) -> [String] {
        let name = "chancery_http_request_duration_seconds"
        var sum = 0
        let finite = zip(RequestMeter.bounds, buckets).map { bound, count in
            sum += count
            return "\(name)_bucket{\(labels),le=\"\(bound)\"} \(sum)"
        }
        return finite + [
            "\(name)_bucket{\(labels),le=\"+Inf\"} \(count)",
            "\(name)_sum{\(labels)} \(seconds)",
            "\(name)_count{\(labels)} \(count)",
        ]
    }
}
