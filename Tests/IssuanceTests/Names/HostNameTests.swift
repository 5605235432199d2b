@testable import Issuance
import Testing
import TestKit

@Suite struct HostNameTests {
    @Test(
        "names become lower-case A-labels",
        arguments: [
            ("example.com", "example.com"), ("WWW.Example.COM", "www.example.com"),
            ("example.com.", "example.com"), ("*.Example.com", "*.example.com"),
            ("bücher.example", "xn--bcher-kva.example"),
            ("BÜCHER.example", "xn--bcher-kva.example"),
            ("bu\u{308}cher.example", "xn--bcher-kva.example"),
            ("xn--bcher-kva.example", "xn--bcher-kva.example"),
            ("straße.de", "xn--strae-oqa.de"), ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
            ("例え。テスト", "xn--r8jz45g.xn--zckzah"),
            ("пример.испытание", "xn--e1afmkfd.xn--80akhbyknj4f"),
            ("ουτοπία.gr", "xn--kxae4bafwg.gr"), ("مثال.إختبار", "xn--mgbh0fb.xn--kgbechtv"),
            ("עִבְרִית.il", "xn--7cbhb8itb9b4bs.il"), ("\u{212A}elvin.com", "kelvin.com"),
            ("a--b.com", "a--b.com"),
            ("1.example", "1.example"), ("localhost", "localhost"), ("3com.com", "3com.com"),
        ])
    func accepted(_ text: String, _ ascii: String) throws {
        #expect(try HostName(text).ascii == ascii)
    }

    @Test(
        "names that are none are refused with the reason",
        arguments: [
            ("", HostNameProblem.empty), (".", .empty), ("a..b", .emptyLabel),
            (".a.b", .emptyLabel),
            ("a.b..", .emptyLabel), ("10.0.0.1", .isAddress), ("::1", .isAddress),
            ("1.2.3.999", .topLabelNumeric), ("1.2.3", .topLabelNumeric),
            ("*", .wildcardMisplaced), ("a.*.com", .wildcardMisplaced),
            ("w*.a.com", .wildcardMisplaced),
            ("**.a.com", .wildcardMisplaced), ("*ü.com", .wildcardMisplaced),
            ("a_b.com", .underscore), ("_dmarc.é.com", .underscore), ("é_.com", .underscore),
            ("a b.com", .characterNotAllowed(" ")), ("a.com/", .characterNotAllowed("/")),
            ("a.com:443", .characterNotAllowed(":")), ("a\u{0}.com", .characterNotAllowed("\u{0}")),
            ("☃.com", .characterNotAllowed("☃")),
            ("a\u{200D}ü.com", .characterNotAllowed("\u{200D}")),
            ("ａ.com", .characterNotAllowed("ａ")), ("a\u{AD}ü.com", .characterNotAllowed("\u{AD}")),
            ("-a.com", .hyphenAtEdge("-a")), ("a-.com", .hyphenAtEdge("a-")),
            ("ü-.com", .hyphenAtEdge("ü-")), ("ab--c.com", .hyphensReserved("ab--c")),
            ("ü1--c.com", .hyphensReserved("ü1--c")), ("xn--a.com", .encodingInvalid("xn--a")),
            ("xn--abc-.com", .hyphenAtEdge("xn--abc-")),
            ("xn--bcher-kvb-999999999.com", .encodingInvalid("xn--bcher-kvb-999999999")),
            ("\u{301}a.com", .encodingInvalid("\u{301}a")), ("aא.com", .directionMixed("aא")),
        ])
    func refused(_ text: String, _ problem: HostNameProblem) {
        #expect(throws: problem) { try HostName(text) }
    }

    @Test(
        "an A-label that another encoding should have been is refused",
        arguments: [
            "xn--Bcher-Kva8445foa", "xn--99zt52a-", "xn--ls8h", "xn--53h", "xn--bb-eka--", "xn---",
            "xn--0", "xn--zzzzzzzzzzzzzzzzzzzzzzzzzz",
        ])
    func badEncoding(_ label: String) {
        #expect(throws: HostNameProblem.self) { try HostName(label + ".com") }
    }

    @Test("labels of 63 and names of 253 octets pass, one more does not")
    func lengths() throws {
        let label = String(repeating: "a", count: 63)
        let name = [label, label, label, String(repeating: "a", count: 61)].joined(separator: ".")
        #expect(try HostName(name).ascii.utf8.count == 253)
        #expect(throws: HostNameProblem.tooLong) {
            try HostName("a" + name.suffix(62) + "." + name)
        }
        #expect(throws: HostNameProblem.labelTooLong(label + "a")) { try HostName(label + "a.com") }
        let endless = String(repeating: "ü", count: 1_000_000)
        #expect(throws: HostNameProblem.tooLong) { try HostName(endless + ".com") }
        let long = String(repeating: "ü", count: 70)
        #expect(throws: HostNameProblem.labelTooLong(long)) { try HostName(long + ".com") }
    }

    @Test(
        "names no public DNS holds are internal",
        arguments: [
            ("localhost", true), ("intranet", true), ("db.corp", true), ("a.local", true),
            ("*.lan", true), ("*.com", true), ("printer.home.arpa", true), ("example.com", false),
            ("*.example.com", false), ("local.example.com", false), ("notlocal.com", false),
        ])
    func internalNames(_ text: String, _ isInternal: Bool) throws {
        #expect(try HostName(text).isInternal == isInternal)
    }

    @Test("what Punycode encodes it decodes to the same, for seeded random labels")
    func punycode() {
        let seed = UInt64.random(in: .min ... .max)
        var generator = SeededGenerator(seed: seed)
        let ranges: [ClosedRange<UInt32>] = [
            0x61...0x7A, 0xE0...0xFE, 0x430...0x44F, 0x4E00...0x9FFF, 0x1F300...0x1F5FF,
        ]
        for _ in 0..<500 {
            var label = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...20, using: &generator) {
                let range = ranges[Int.random(in: 0..<ranges.count, using: &generator)]
                label.append(Unicode.Scalar(UInt32.random(in: range, using: &generator)) ?? "a")
            }
            let text = String(label)
            #expect(Punycode.encode(text).flatMap(Punycode.decode) == text, "seed \(seed)")
        }
    }
}
