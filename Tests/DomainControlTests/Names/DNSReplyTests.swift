import Foundation
import TestKit
import Testing

@testable import DomainControl

@Suite struct DNSReplyTests {
    /// A reply about `a.b` with one answer that names its owner by a pointer.
    private static func reply(_ type: UInt8, _ data: [UInt8], owner: [UInt8] = [0xC0, 12])
        -> [UInt8]
    {
        [0, 1, 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0] + [1, 0x61, 1, 0x62, 0, 0, type, 0, 1] + owner
            + [0, type, 0, 1, 0, 0, 0, 60, 0, UInt8(data.count)] + data
    }

    @Test("records are read, their names as well")
    func records() throws {
        #expect(try DNSReply(Self.reply(16, [2, 0x68, 0x69, 1, 0x21])).texts == ["hi!"])
        #expect(try DNSReply(Self.reply(5, [1, 0x58, 0xC0, 14])).aliases == ["x.b"])
        #expect(try DNSReply(Self.reply(1, [127, 0, 0, 1])).addresses == ["127.0.0.1"])
        let six = [UInt8](repeating: 0, count: 15) + [1]
        #expect(try DNSReply(Self.reply(28, six)).addresses == ["0:0:0:0:0:0:0:1"])
        #expect(try DNSReply(Self.reply(16, [1, 0x61])).records.map(\.owner) == ["a.b"])
    }

    @Test("a CAA record has flags, a tag and a value")
    func authorities() throws {
        func record(_ data: [UInt8]) throws -> [AuthorityRecord] {
            var reply = Self.reply(1, data)
            // The type is 257.
            reply[23] = 1
            return try DNSReply(reply).authorities
        }
        #expect(
            try record([0x80, 2, 0x49, 0x73, 0x3B])
                == [AuthorityRecord(isCritical: true, tag: "is", value: ";")])
        for data: [UInt8] in [[], [0], [0, 0], [0, 3, 0x69, 0x73]] {
            #expect(throws: DNSReply.Malformed.self) { try record(data) }
        }
    }

    @Test(
        "what cannot be read is refused",
        arguments: [
            [], [0, 1], reply(16, [9, 0x61]), reply(16, [1, 0x61], owner: [0xC0, 21]),
            reply(5, [0xC0, 200]), reply(5, [0x80, 1]), reply(5, [63, 0x61]),
            Array(reply(16, [1, 0x61]).dropLast()),
        ])
    func malformed(octets: [UInt8]) {
        #expect(throws: DNSReply.Malformed.self) { try DNSReply(octets) }
    }

    @Test("whatever comes, reading ends", arguments: 1...64)
    func anything(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            var octets = Self.reply(16, [2, 0x68, 0x69, 1, 0x21])
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                octets[Int.random(in: 0..<octets.count, using: &generator)] =
                    UInt8.random(in: 0...255, using: &generator)
            }
            octets = Array(octets.prefix(Int.random(in: 0...octets.count, using: &generator)))
            // Read or refused: it ends, and nothing outside is touched.
            _ = try? DNSReply(octets)
        }
    }
}
