import Foundation
import HTTPTypes
import Issuance
import Logging
import OrderCore
import Registration
import Storage
import TestKit
import Transparency

/// The API beside logs that are asked over HTTP.
struct LoggedAPI: Sendable {
    let api: RunningAPI
    let logs: [SampleLog]

    /// - Parameter names: of the logs, each with an operator of its own.
    static func run(
        _ names: [String] = ["alpha", "beta", "gamma"],
        _ body: @escaping @Sendable (LoggedAPI) async throws -> Void
    ) async throws {
        let logs = try names.map { try SampleLog($0, now: { StoppedClock.noon }) }
        try await LogStand.run(logs) { stand in
            let list = try LogList(json: Data(try stand.listJSON.utf8))
            try await RunningAPI.run(
                logs: { _ in
                    // A machine with much to do is slow, and no log's fault.
                    PublicLogs(
                        list: list, client: HTTPLogs(answerSeconds: 600), patience: .seconds(600),
                        stagger: .milliseconds(100))
                }
            ) { api in
                try await body(LoggedAPI(api: api, logs: logs))
            }
        }
    }

    func become(_ mood: SampleLog.Mood) { for log in logs { log.become(mood) } }

    /// Time passes, and the worker asks the logs again.
    func workLater() async throws {
        api.installation.clock.advance(seconds: 70)
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        try await LogWorker(registry: api.installation.registry, logger: logger).runOnce()
    }

    /// The names of the logs whose timestamps are in the certificate that an order or a
    /// certificate's chain begins with, each timestamp looked at.
    func loggers(of chain: Any?) throws -> [String] {
        let pems = (chain as? [[String: Any]] ?? []).compactMap { $0["pem"] as? String }
        let certificates = try pems.map { try SignedCertificate(pem: $0) }
        guard certificates.count > 1 else { return [] }
        return try certificates[0].timestamps.map { timestamp in
            let entry = try LoggedEntry(of: certificates[0], by: certificates[1])
            let log = logs.first { $0.key.id == timestamp.logID }
            try log?.key.check(timestamp, of: entry, at: api.installation.clock.wall.now)
            return log?.name ?? "nobody"
        }.sorted()
    }

    /// The chain of an order's primary certificate, as downloads have it.
    func downloaded(order: Int) async throws -> [[String: Any]] {
        let file = try await api.send(
            .get, "/certificate/download/order/\(order)/format/pem_all")
        guard file.status == 200 else { return [] }
        return file.text.components(separatedBy: "-----BEGIN CERTIFICATE-----").dropFirst()
            .map { ["pem": "-----BEGIN CERTIFICATE-----" + $0] }
    }

    func status(order: Int) async throws -> String? {
        try await api.send(.get, "/order/certificate/\(order)").json["status"] as? String
    }
}
