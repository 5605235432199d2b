import Foundation
import Server
import TestKit
import Testing

@testable import struct Server.TapeHeader

/// A backup that is not as it was written restores nothing.
@Suite("Damaged backups")
struct DamageTests {
    /// - Parameter change: spoils the octets of a backup.
    private func refuses(
        _ title: String, _ change: (inout [UInt8]) throws -> Void,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let folder = try await DataFolder()
        _ = try await folder.makeBackup()
        var octets = try folder.scratch.read("backup.tar")
        try change(&octets)
        let spoiled = try folder.scratch.write("spoiled.tar", octets)
        do {
            _ = try await folder.restore(spoiled)
            Issue.record("restored: \(title)", sourceLocation: sourceLocation)
        } catch let problem as BackupProblem {
            guard case .damaged = problem else {
                Issue.record(problem, sourceLocation: sourceLocation)
                return
            }
        }
        let left = try folder.names(in: folder.scratch.path).filter { $0.contains("restored") }
        #expect(left == [], sourceLocation: sourceLocation)
    }

    @Test("one bit, anywhere", arguments: [0, 1, 130, 600, 20_000, -20_000, -4000, -2000, -1500])
    func bits(place: Int) async throws {
        try await refuses("bit at \(place)") { octets in
            octets[place < 0 ? octets.count + place : place] ^= 0x10
        }
    }

    @Test("cut, or longer than it was", arguments: [0, 100, 511, 512, 50_000, -1, -512, -1024])
    func lengths(length: Int) async throws {
        try await refuses("length \(length)") { octets in
            octets.removeSubrange((length < 0 ? octets.count + length : length)...)
        }
    }

    @Test("something behind its end")
    func longer() async throws {
        try await refuses("longer") { $0.append(0) }
    }

    @Test(
        "files that are none of a backup's",
        arguments: ["../evil.key", "/tmp/evil", "keys/../x.key", "keys/a.txt", "chancery.yaml"])
    func strangers(name: String) async throws {
        try await refuses(name) { octets in
            let header = TapeHeader(name: name, size: 0).octets(time: 0)
            octets.insert(contentsOf: header, at: 0)
        }
    }

    @Test("another kind of file altogether")
    func other() async throws {
        try await refuses("text") { $0 = Array(String(repeating: "no backup\n", count: 200).utf8) }
    }

    @Test("sizes beyond the octal field are written as GNU tar does, and read back")
    func sizes() throws {
        for size in [0, 1, 511, 0o77_777_777_777, 0o100_000_000_000, 1 << 45] as [UInt64] {
            let header = TapeHeader(name: "chancery.sqlite", size: size)
            #expect(try TapeHeader(header.octets(time: 1)) == header)
        }
        let big = TapeHeader(name: "big", size: 1 << 40).octets(time: 0)
        let scratch = try ScratchFolder()
        let path = try scratch.write("big.tar", big)
        let listing = try Command.tar.run(["--list", "--verbose", "--file", path]).output
        #expect(listing.contains("1099511627776"))
    }
}
