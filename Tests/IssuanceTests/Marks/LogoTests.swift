import Foundation
import TestKit
import Testing

@testable import Issuance

@Suite struct LogoTests {
    @Test("a picture of the profile is read, with its title")
    func sample() throws {
        let logo = try Logo(svg: Array(SampleLogo.svg.utf8))
        #expect(logo.title == "Example")
        #expect(try Logo(encoded: Gzip.encoded(logo.svg)) == logo)
    }

    /// What is put in place of the first text, and the reason why that is refused.
    static let refusals: [(String, String, LogoProblem)] = [
        ("<?xml", "<!DOCTYPE svg [<!ENTITY a \"b\">]><?xml", .hasDoctype),
        ("</svg>", "", .notXML),
        ("<svg xmlns=\"http://www.w3.org/2000/svg\"", "<svg", .notSVG),
        ("baseProfile=\"tiny-ps\"", "baseProfile=\"tiny\"", .wrongProfile),
        ("version=\"1.2\"", "version=\"1.1\"", .wrongProfile),
        ("<title>Example</title>", "", .noTitle),
        ("Example", String(repeating: "x", count: 65), .titleTooLong),
        ("<defs>", "<script>alert(1)</script><defs>", .elementNotAllowed("script")),
        ("<defs>", "<image href=\"#a\"/><defs>", .elementNotAllowed("image")),
        ("<defs>", "<animate/><defs>", .elementNotAllowed("animate")),
        ("<defs>", "<a><g/></a><defs>", .elementNotAllowed("a")),
        ("<defs>", "<?php?><defs>", .elementNotAllowed("?php")),
        ("<defs>", "<![CDATA[x]]><defs>", .elementNotAllowed("![CDATA[")),
        ("<defs>", "<defs></g>", .notXML),
        ("<defs>", "<g fill=\"a\" fill=\"b\"/><defs>", .notXML),
        ("<defs>", "<g fill=a/><defs>", .notXML),
        ("<defs>", "&lol;<defs>", .notXML),
        ("</svg>", "</svg><svg/>", .notXML),
        ("</svg>", "</svg>x", .notXML),
        ("UTF-8", "ISO-8859-1", .notXML),
        ("<defs>", "<o:g xmlns:o=\"urn:o\"/><defs>", .elementNotAllowed("g")),
        ("<defs>", "<svg/><defs>", .elementNotAllowed("svg")),
        ("<defs>", "<g onclick=\"x()\"/><defs>", .attributeNotAllowed("onclick", element: "g")),
        ("<defs>", "<g style=\"x\"/><defs>", .attributeNotAllowed("style", element: "g")),
        ("viewBox", "x=\"1\" viewBox", .attributeNotAllowed("x", element: "svg")),
        (
            "<defs>", "<use href=\"http://example.com/a.svg\"/><defs>",
            .externalReference("http://example.com/a.svg")
        ),
        (
            "url(#sky)", "url( 'http://example.com/a#b')",
            .externalReference("url( 'http://example.com/a#b')")
        ),
        ("url(#sky)", "JavaScript: x", .externalReference("JavaScript: x")),
        (
            "<defs>",
            String(repeating: "<g>", count: 70) + String(repeating: "</g>", count: 70) + "<defs>",
            .tooDeep
        ),
        ("A blue dot", String(repeating: "x", count: Logo.octetsMax), .tooLarge),
    ]

    @Test("what the profile has not is refused by name", arguments: refusals.indices)
    func refused(index: Int) throws {
        let (text, replacement, problem) = Self.refusals[index]
        let changed = SampleLogo.svg.replacing(text, with: replacement, maxReplacements: 1)
        #expect(changed != SampleLogo.svg)
        #expect(throws: problem) { try Logo(svg: Array(changed.utf8)) }
    }

    @Test("what is no base64, no gzip, or too large when unpacked is refused")
    func encodings() throws {
        #expect(throws: LogoProblem.notBase64) { try Logo(encoded: "<svg>") }
        #expect(throws: LogoProblem.notGzip) { try Logo(encoded: "AAAA") }
        let large = Gzip.encoded(Array(repeating: 32, count: Logo.octetsMax + 1))
        #expect(throws: LogoProblem.tooLarge) { try Logo(encoded: large) }
    }

    @Test("what gzip packs is unpacked, and the other way round", arguments: ["-1", "-9"])
    func gzip(level: String) throws {
        let folder = try ScratchFolder()
        let text = SampleLogo.svg + String(repeating: SampleLogo.svg, count: 20)
        let octets = Array(text.utf8)
        let file = try folder.write("text", text)
        try Command.gzip.succeed(["-k", level, file])
        let packed = try Array(Data(contentsOf: URL(filePath: file + ".gz")))
        #expect(try Gzip.unpack(packed, octetsMax: octets.count) == octets)
        #expect(throws: GzipProblem.tooLarge(octetsMax: octets.count - 1)) {
            try Gzip.unpack(packed, octetsMax: octets.count - 1)
        }
        let own = try folder.write("own.gz", Gzip.pack(octets))
        #expect(try Command.gzip.succeed(["-dc", own]) == text)
    }

    @Test("no beginning of packed data, and no change of an octet in it, is taken for whole")
    func damaged() throws {
        let octets = Array("an example of an example".utf8)
        let packed = Gzip.pack(octets)
        for count in packed.indices {
            #expect(throws: GzipProblem.self) {
                try Gzip.unpack(Array(packed[..<count]), octetsMax: 100)
            }
        }
        // The time and the system that it was packed on say nothing about the content.
        for place in packed.indices where !(3..<10).contains(place) {
            var changed = packed
            changed[place] ^= 0x81
            #expect(throws: GzipProblem.self, "octet \(place)") {
                try Gzip.unpack(changed, octetsMax: 100)
            }
        }
    }

    @Test("no beginning of a picture is one, and seeded damage never breaks the reader")
    func damagedPictures() {
        let octets = Array(SampleLogo.svg.utf8)
        for count in octets.indices {
            #expect(throws: LogoProblem.self) { try Logo(svg: Array(octets[..<count])) }
        }
        var generator = SeededGenerator(seed: 20_260_701)
        for _ in 0..<2000 {
            var changed = octets
            for _ in 0..<3 {
                changed[Int(generator.next() % UInt64(octets.count))] = UInt8(
                    truncatingIfNeeded: generator.next())
            }
            do throws(LogoProblem) {
                _ = try Logo(svg: changed)
            } catch {
                #expect(!error.phrase.isEmpty)
            }
        }
    }
}
