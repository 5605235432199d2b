import Foundation
import NIOCore
import NIOPosix
import TestKit
import Testing

@testable import Server

/// What would stop a server is found before it makes an installation whose key nobody hears of.
@Suite struct StartTests {
    private func problem(_ flags: [String: String]) async throws -> String? {
        let scratch = try ScratchFolder()
        let settings = try await Settings.read(
            dataFolder: scratch.path + "data", flags: flags, file: nil)
        do {
            try settings.checkStart()
            return nil
        } catch {
            #expect(!FileManager.default.fileExists(atPath: settings.dataFolder))
            return "\(error)"
        }
    }

    @Test("a port that is taken")
    func port() async throws {
        let group = MultiThreadedEventLoopGroup.singleton
        let listener = try await ServerBootstrap(group: group).bind(host: "127.0.0.1", port: 0)
            .get()
        let address = "127.0.0.1:\(try #require(listener.localAddress?.port))"
        #expect(
            try await problem(["http": address])
                == "Nothing can listen on \(address) (http): another program listens there.")
        try await listener.close()
        #expect(try await problem(["http": address]) == nil)
        #expect(try await problem(["http": "[::1]:0"]) == nil)
    }

    @Test("a host that is not there, or not ours")
    func host() async throws {
        #expect(
            try await problem(["http": "nowhere.invalid:0"])
                == "Nothing can listen on nowhere.invalid:0 (http): there is no such host.")
        let other = try await problem(["http": "192.0.2.1:0"])
        #expect(other?.hasPrefix("Nothing can listen on 192.0.2.1:0 (http): ") == true)
    }

    @Test("files that are missing")
    func files() async throws {
        let logs = try await problem(["ct.logs": "/none.json", "http": "127.0.0.1:0"])
        #expect(logs?.hasPrefix("The list of logs /none.json (ct.logs) cannot be read") == true)
        let tls = try await problem([
            "tls.certificate": "/none.pem", "tls.key": "/none.key", "http": "127.0.0.1:0",
        ])
        #expect(tls?.hasPrefix("/none.pem (tls.certificate) is of no use") == true)
        let profiles = try await problem(["profiles": "/none", "http": "127.0.0.1:0"])
        #expect(profiles == "profiles is \"/none\", which is not there")
    }
}
