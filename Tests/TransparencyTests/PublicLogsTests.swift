import Foundation
import Issuance
import TestKit
import Testing

@testable import Transparency

/// Logs in process: what they answer, and what becomes of it.
@Suite struct PublicLogsTests {
    private struct Stage {
        let logs: [SampleLog]
        let chain: [SignedCertificate]
        let issuer: Issuer
        let house: PublicLogs
        private let scratch: ScratchFolder

        init(
            _ operators: [String], stagger: Duration = .seconds(3600), timestamps: Int? = nil
        ) async throws {
            scratch = try ScratchFolder()
            let keeper = try FixedKeeper()
            let maker = AuthorityMaker(keeper: keeper, serials: SystemSerialSource())
            let root = try Issuer(
                certificate: try await maker.makeRoot(
                    .root(Subject([.init(.commonName, "Root")])), now: noon),
                keeper: keeper, pointers: .none)
            issuer = try Issuer(
                certificate: try await maker.makeIssuing(
                    .issuing(Subject([.init(.commonName, "Issuing")])), under: root, now: noon),
                keeper: keeper, pointers: .none)
            chain = [issuer.certificate, root.certificate]
            let logs = try operators.indices.map { try SampleLog("log\($0)", now: { noon }) }
            self.logs = logs
            house = PublicLogs(
                list: LogList(zip(logs, operators).map { $0.listed(by: $1) }),
                policy: TimestampPolicy(timestamps: timestamps), client: SampleLogs(logs),
                stagger: stagger)
        }

        func precertificate(_ name: String = "www.example.com") async throws -> SignedCertificate {
            try await issuer.precertify(
                CertificateDraft(
                    for: CertificateHolder(
                        subject: try Subject([.init(.commonName, name)]),
                        names: [try SubjectAlternativeName(name)],
                        key: try SigningRequest(SampleCSR.rsa).key),
                    as: ShippedProfiles.named("tls_dv")!.profile,
                    valid: Validity(from: noon, days: 90),
                    // Its end is a multiple of 1 to 4: the logs are asked in their order.
                    serial: SerialNumber(Array(1...14) + [0x0C, 0x0C])!, hash: .sha256))
        }

        func ask(
            _ limit: Duration = .seconds(60), at now: Date = noon, wakesAll: Bool = false
        ) async throws(LogOutage) -> [String] {
            let precertificate: SignedCertificate
            do {
                precertificate = try await self.precertificate()
            } catch {
                throw LogOutage(complaints: ["\(error)"], retryAt: nil)
            }
            let list = try await house.timestamps(
                for: precertificate, under: chain, within: limit, at: now, wakesAll: wakesAll)
            return list.timestamps.compactMap { one in
                logs.first { $0.key.id == one.logID }?.name
            }.sorted()
        }
    }

    @Test("as many logs as are needed are asked, no more, of several operators")
    func asked() async throws {
        let stage = try await Stage(["a", "a", "b", "c"])
        #expect(try await stage.ask() == ["log0", "log2"])
        #expect(stage.logs.map(\.asked) == [1, 0, 1, 0])
    }

    @Test(
        "for a log that fails or lies another one is asked",
        arguments: [
            SampleLog.Mood.failing(status: 500), .failing(status: 429), .failing(status: 400),
            .forging, .strange, .ahead, .babbling,
        ])
    func fails(mood: SampleLog.Mood) async throws {
        let stage = try await Stage(["a", "b", "c"])
        stage.logs[1].become(mood)
        #expect(try await stage.ask() == ["log0", "log2"])
        #expect(stage.logs.map(\.asked) == [1, 1, 1])
        // It is left alone for a while; one that refused a certificate is not.
        #expect(try await stage.ask() == ["log0", "log2"])
        #expect(stage.logs[1].asked == (mood == .failing(status: 400) ? 2 : 1))
        #expect(try await stage.ask(at: noon.addingTimeInterval(3)) == ["log0", "log2"])
        #expect(stage.logs[1].asked == (mood == .failing(status: 400) ? 3 : 2))
        // The second time it rests twice as long.
        stage.logs[1].become(.honest)
        if mood != .failing(status: 400) {
            #expect(try await stage.ask(at: noon.addingTimeInterval(6)) == ["log0", "log2"])
        }
        #expect(try await stage.ask(at: noon.addingTimeInterval(8)) == ["log0", "log1"])
    }

    @Test("a log that says nothing is passed by")
    func silent() async throws {
        let stage = try await Stage(["a", "b", "c"], stagger: .milliseconds(20))
        stage.logs[0].become(.silent)
        #expect(try await stage.ask() == ["log1", "log2"])
        // Nobody waited for it to the end, so it is asked again.
        #expect(try await stage.ask() == ["log1", "log2"])
        #expect(stage.logs[0].asked == 2)
    }

    @Test("where there are not enough, nothing is had, and the complaints say of whom")
    func outage() async throws {
        let stage = try await Stage(["a", "b"])
        stage.logs[1].become(.forging)
        await #expect(
            throws: LogOutage(
                complaints: ["log1 answered a timestamp whose signature is wrong."], retryAt: nil)
        ) { try await stage.ask() }
        // At once again, it is not asked.
        await #expect(
            throws: LogOutage(
                complaints: ["log1 failed a moment ago."], retryAt: noon.addingTimeInterval(2))
        ) { try await stage.ask() }
        #expect(stage.logs.map(\.asked) == [1, 1])
        stage.logs[1].become(.honest)
        #expect(try await stage.ask(at: noon.addingTimeInterval(2)) == ["log0", "log1"])
    }

    @Test("silence ends when time is up, and is held against the log")
    func timeUp() async throws {
        let stage = try await Stage(["a", "b"])
        stage.logs[0].become(.silent)
        await #expect(
            throws: LogOutage(complaints: ["log0 has not answered in time."], retryAt: nil)
        ) { try await stage.ask(.milliseconds(50)) }
        await #expect(
            throws: LogOutage(
                complaints: ["log0 failed a moment ago."], retryAt: noon.addingTimeInterval(2))
        ) { try await stage.ask() }
    }

    @Test("two logs of one operator do not do where there is another")
    func oneOperator() async throws {
        let stage = try await Stage(["a", "a", "b"])
        stage.logs[2].become(.failing(status: 500))
        await #expect(throws: LogOutage(complaints: ["log2 failed: 500."], retryAt: nil)) {
            try await stage.ask()
        }
        #expect(stage.logs.map(\.asked) == [1, 1, 1])
    }

    @Test("what no log of the list could give is said")
    func tooFew() async throws {
        let stage = try await Stage(["a", "b"], timestamps: 3)
        await #expect(
            throws: LogOutage(
                complaints: [
                    "3 timestamps are needed, and 2 of the logs take certificates that end then."
                ], retryAt: nil)
        ) { try await stage.ask() }
        #expect(stage.logs.map(\.asked) == [0, 0])
    }

    @Test("a log that wants to be left alone is, for as long as it says")
    func retryAfter() async throws {
        let stage = try await Stage(["a"], timestamps: 1)
        stage.logs[0].become(.failing(status: 429, retryAfter: "30"))
        await #expect(throws: LogOutage.self) { try await stage.ask() }
        stage.logs[0].become(.honest)
        await #expect(
            throws: LogOutage(
                complaints: ["log0 failed a moment ago."], retryAt: noon.addingTimeInterval(30))
        ) { try await stage.ask(at: noon.addingTimeInterval(29)) }
        #expect(try await stage.ask(at: noon.addingTimeInterval(30)) == ["log0"])
    }

    @Test("somebody who wants it has all asked, whatever they said")
    func wakingAll() async throws {
        let stage = try await Stage(["a"], timestamps: 1)
        stage.logs[0].become(.failing(status: 429, retryAfter: "600"))
        await #expect(throws: LogOutage.self) { try await stage.ask() }
        stage.logs[0].become(.honest)
        await #expect(throws: LogOutage.self) { try await stage.ask() }
        #expect(try await stage.ask(wakesAll: true) == ["log0"])
        // It has answered, and is asked as before.
        #expect(try await stage.ask() == ["log0"])
    }

    @Test("failures of the same moment count once")
    func sameMoment() async throws {
        let stage = try await Stage(["a"], timestamps: 1)
        stage.logs[0].become(.failing(status: 500))
        for _ in 0..<9 {
            await #expect(throws: LogOutage.self) { try await stage.ask(wakesAll: true) }
        }
        stage.logs[0].become(.honest)
        #expect(try await stage.ask(at: noon.addingTimeInterval(2)) == ["log0"])
    }

    @Test("what a log says is quoted without control characters, in one line")
    func quotation() {
        let said = Array("a\0b\u{1B}[31mc\r\n\u{202E}d".utf8)
        #expect(HTTPLogs.quotation(of: said) == "a b [31mc d")
        #expect(HTTPLogs.quotation(of: Array(repeating: 0x41, count: 500)).count == 200)
    }
}

private let noon = StoppedClock.noon
