import Foundation
import Issuance
import TestKit
import Testing

@testable import Transparency

@Suite struct LogListTests {
    private static func entry(_ change: [String: Any] = [:]) throws -> [String: Any] {
        let log = try SampleLog("alpha", now: { StoppedClock.noon })
        let entry: [String: Any] = [
            "description": "Alpha 2026h1", "log_id": Data(log.key.id).base64EncodedString(),
            "key": Data(log.key.spki).base64EncodedString(),
            "url": "https://alpha.example.com/2026h1/", "mmd": 86_400,
            "state": ["usable": ["timestamp": "2025-01-01T00:00:00Z"]],
            "temporal_interval": [
                "start_inclusive": "2026-01-01T00:00:00Z", "end_exclusive": "2026-07-01T00:00:00Z",
            ],
        ]
        return entry.merging(change) { $1 }.filter { !($0.value is NSNull) }
    }

    private static func list(
        _ logs: [[String: Any]], tiled: [[String: Any]] = []
    ) throws -> LogList {
        let operators: [String: Any] = [
            "name": "Example Ops", "email": ["ops@example.com"], "logs": logs, "tiled_logs": tiled,
        ]
        return try LogList(
            json: try JSONSerialization.data(
                withJSONObject: ["version": "60.1", "operators": [operators]]))
    }

    @Test("a list in the form of the known lists is read")
    func known() throws {
        let list = try Self.list(
            [try Self.entry(), try Self.entry(["state": ["retired": [String: String]()]])],
            tiled: [
                try Self.entry([
                    "url": NSNull(), "submission_url": "https://write.example.com/t",
                    "monitoring_url": "https://read.example.com/t", "state": NSNull(),
                    "temporal_interval": NSNull(),
                ])
            ])
        #expect(list.logs.map(\.name) == Array(repeating: "Alpha 2026h1", count: 3))
        #expect(
            list.logs.map(\.url) == [
                "https://alpha.example.com/2026h1", "https://alpha.example.com/2026h1",
                "https://write.example.com/t",
            ])
        #expect(list.logs.map(\.state) == [.usable, .retired, .usable])
        #expect(list.logs[0].operatorName == "Example Ops")
        #expect(list.logs[0].mergeDelaySeconds == 86_400)
        #expect(list[list.logs[2].key.id]?.url == "https://write.example.com/t")
    }

    @Test("a shard takes what ends within its span, its first moment in and its last out")
    func interval() throws {
        let list = try Self.list([try Self.entry()])
        func taking(_ text: String) throws -> Int {
            list.taking(certificateTill: try Date(text, strategy: .iso8601)).count
        }
        #expect(try taking("2025-12-31T23:59:59Z") == 0)
        #expect(try taking("2026-01-01T00:00:00Z") == 1)
        #expect(try taking("2026-06-30T23:59:59Z") == 1)
        #expect(try taking("2026-07-01T00:00:00Z") == 0)
    }

    @Test(
        "only usable and qualified logs are asked",
        arguments: [
            ("pending", 0), ("qualified", 1), ("usable", 1), ("readonly", 0), ("retired", 0),
            ("rejected", 0),
        ])
    func state(word: String, count: Int) throws {
        let list = try Self.list([
            try Self.entry(["state": [word: [String: String]()], "temporal_interval": NSNull()])
        ])
        #expect(list.taking(certificateTill: StoppedClock.noon).count == count)
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let member: String
        let value: @Sendable () -> Any
        let complaint: String
        var testDescription: String { "\(member): \(complaint)" }
    }

    static let faults = [
        Fault(member: "key", value: { NSNull() }, complaint: "lacks operators[0].logs[0].key"),
        Fault(
            member: "key", value: { "%%%" },
            complaint: "has a key at operators[0].logs[0].key that is no Base64"),
        Fault(
            member: "key", value: { "AAAA" },
            complaint: "has octets at operators[0].logs[0].key that are no public key in DER"),
        Fault(member: "url", value: { NSNull() }, complaint: "lacks operators[0].logs[0].url"),
        Fault(
            member: "url", value: { "ftp://x" },
            complaint: "has \"ftp://x\" at operators[0].logs[0].url, which is no address of a log"),
        Fault(
            member: "state", value: { ["good": [String: String]()] },
            complaint: "has another state at operators[0].logs[0].state than one of pending, "
                + "qualified, usable, readonly, retired, rejected"),
        Fault(
            member: "temporal_interval",
            value: {
                [
                    "start_inclusive": "2026-07-01T00:00:00Z",
                    "end_exclusive": "2026-07-01T00:00:00Z",
                ]
            },
            complaint: "has no span of time at operators[0].logs[0].temporal_interval, such as "
                + "2026-01-01T00:00:00Z to 2026-07-01T00:00:00Z"),
        Fault(
            member: "mmd", value: { "a day" },
            complaint: "has something unexpected at operators[0].logs[0].mmd"),
    ]

    @Test("a list that cannot be used is refused, with the place", arguments: faults)
    func fault(_ fault: Fault) throws {
        #expect(throws: LogListProblem(fault.complaint)) {
            try Self.list([try Self.entry([fault.member: fault.value()])])
        }
    }

    @Test("a log's id is that of its key, and no key is there twice")
    func ids() throws {
        let entry = try Self.entry()
        #expect {
            try Self.list([entry.merging(["log_id": Self.otherID]) { $1 }])
        } throws: {
            "\($0)".hasPrefix(
                "has a log_id at operators[0].logs[0] that is not the SHA-256 of the key beside it")
        }
        #expect(
            throws: LogListProblem(
                "names the key of \"Alpha 2026h1\" twice, also as \"Alpha 2026h1\"")
        ) { try Self.list([entry, entry]) }
        #expect(throws: LogListProblem("names no log")) { try Self.list([]) }
        #expect(throws: LogListProblem("is no JSON")) { try LogList(json: Data("x".utf8)) }
        #expect(throws: LogListProblem("lacks operators")) { try LogList(json: Data("{}".utf8)) }
    }

    private static let otherID = Data(repeating: 1, count: 32).base64EncodedString()
}
