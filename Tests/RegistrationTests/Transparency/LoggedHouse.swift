import Foundation
import Issuance
import OrderCore
import Registration
import Storage
import TestKit
import Transparency

/// A house with logs: three, each of an operator of its own, as many as a year's certificate needs.
struct LoggedHouse: Sendable {
    let house: House
    let logs: [SampleLog]

    init(
        keeper: (any Keeper)? = nil, wrap: (any Database) -> any Database = { $0 }
    ) async throws {
        var logs: [SampleLog] = []
        house = try await House(
            keeper: keeper, wrap: wrap,
            logs: { clock in
                logs = try ["alpha", "beta", "gamma"].map { name in
                    try SampleLog(name, now: { clock.wall.now })
                }
                return PublicLogs(
                    list: LogList(logs.map { $0.listed(by: "operator of \($0.name)") }),
                    client: SampleLogs(logs), stagger: .seconds(3600))
            })
        self.logs = logs
    }

    func become(_ mood: SampleLog.Mood) { for log in logs { log.become(mood) } }

    /// Time passes until what failed is due again, and the worker looks.
    func workLater(seconds: Double = 70) async throws {
        house.installation.clock.advance(seconds: seconds)
        try await house.logWorker.runOnce()
    }

    func precertificates() async throws -> [Precertificate] {
        try await house.store.read { tx in
            try tx.rows("SELECT id FROM precertificates ORDER BY id", []) {
                ID<Precertificate>($0.long())
            }.compactMap { try tx.precertificate($0) }
        }
    }

    /// What people are shown of what logs keep waiting.
    func failed(at now: Date? = nil) async throws -> [FailedSubmission] {
        let now = now ?? house.registry.clock.now
        return try await house.store.read { try $0.failedSubmissions(max: 9, at: now) }
    }

    func submissions() async throws -> Int {
        try await house.store.read {
            try $0.rows("SELECT count(*) FROM log_submissions", []) { $0.int() }[0]
        }
    }

    /// Which logs vouch for a certificate, each timestamp looked at.
    func loggers(of certificate: Certificate) throws -> [String] {
        guard let issuance = certificate.issuance else { return [] }
        let signed = try SignedCertificate(der: issuance.der)
        let path = house.registry.authority.roster.path(from: issuance.issuerID)
        return try signed.timestamps.map { timestamp in
            let entry = try LoggedEntry(of: signed, by: path[0])
            guard let log = logs.first(where: { $0.key.id == timestamp.logID }) else {
                return "nobody"
            }
            try log.key.check(timestamp, of: entry, at: house.registry.clock.now)
            return log.name
        }.sorted()
    }

    /// What was signed at all, by its serial number.
    func serials(of id: ID<Order>) async throws -> [[UInt8]] {
        try await house.certificates(id).compactMap { $0.issuance?.serial }
    }
}
