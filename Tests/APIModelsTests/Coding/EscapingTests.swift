import APIModels
import Foundation
import Testing

@Suite struct EscapingTests {
    @Test("only what must be escaped is")
    func exact() throws {
        let text = "a/b \"c\" \\ \n\r\t\u{8}\u{C}\u{0}\u{1F}\u{7F} é 🦊"
        let written = try WireEncoder().encode(text)
        let expected = #""a/b \"c\" \\ \n\r\t\b\f\u0000\u001f"# + "\u{7F} é 🦊\""
        #expect(String(decoding: written, as: UTF8.self) == expected)
    }

    @Test("a sign to escape is found wherever it stands", arguments: 0..<24)
    func places(_ place: Int) throws {
        for sign in ["\"", "\\", "\n", "\u{1}"] {
            let text =
                String(repeating: "é", count: place / 2)
                + String(repeating: "z", count: place % 2) + sign + "tail of the text"
            #expect(try readBack(text) == text)
        }
    }

    @Test("random strings read back with the platform's reader", arguments: UInt64(1)...40)
    func random(seed: UInt64) throws {
        var chance = SeededChance(seed: seed)
        for _ in 0..<50 {
            let text = chance.text(lengthMax: 80)
            #expect(try readBack(text) == text)
        }
    }

    private func readBack(_ text: String) throws -> String? {
        let written = try WireEncoder().encode(["k": [text]])
        let object = try JSONSerialization.jsonObject(with: Data(written))
        return (object as? [String: [String]])?["k"]?.first
    }
}

/// A repeatable source of chance (SplitMix64).
private struct SeededChance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Mostly ASCII, with control characters, quotes and all planes strewn in.
    mutating func text(lengthMax: Int) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...lengthMax, using: &self) {
            let range: ClosedRange<UInt32> =
                switch Int.random(in: 0..<10, using: &self) {
                case 0: 0...0x1F
                case 1: 0x80...0xD7FF
                case 2: 0xE000...0x10FFFF
                case 3: 0x22...0x22
                case 4: 0x5C...0x5C
                default: 0x20...0x7E
                }
            let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self))
            text.unicodeScalars.append(scalar ?? "?")
        }
        return text
    }
}
