import Foundation
@testable import Issuance
import Testing
import TestKit

@Suite struct ZipArchiveTests {
    @Test("the checksum is that of zip files")
    func checksum() {
        #expect(CRC32.checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(CRC32.checksum(of: []) == 0)
    }

    @Test("unzip and python find the entries whole", arguments: [0, 1, 3])
    func judged(_ count: Int) throws {
        let scratch = try ScratchFolder()
        let file = try scratch.write("chain.zip", Self.archive(count).octets)
        if count > 0 {
            let verdict = try Command.unzip.succeed(["-t", file])
            #expect(verdict.contains("No errors detected"))
        }
        let script = """
            import sys, zipfile
            z = zipfile.ZipFile(sys.argv[1])
            assert z.testzip() is None
            for i in z.infolist():
                print(i.filename, len(z.read(i)), *i.date_time, oct(i.external_attr >> 16))
            """
        let listing = try Command.python.succeed(["-c", script, file])
        let expected = (0..<count).map { "räk/\($0).crt \($0 * 1000) 2026 7 1 12 0 0 0o100644\n" }
        #expect(listing == expected.joined())
    }

    @Test("the same entries give the same octets")
    func deterministic() {
        #expect(Self.archive(3).octets == Self.archive(3).octets)
    }

    @Test("times outside the format's years become the nearest inside")
    func times() {
        #expect(DOSTime(Date(timeIntervalSince1970: 0)).date == 0x0021)
        #expect(DOSTime(Date(timeIntervalSince1970: 5_000_000_000)).date == 0xFF9F)
    }

    private static func archive(_ count: Int) -> ZipArchive {
        var archive = ZipArchive(time: noon)
        for index in 0..<count {
            archive.add(
                "räk/\(index).crt", Array(repeating: UInt8(index), count: index * 1000))
        }
        return archive
    }
}
