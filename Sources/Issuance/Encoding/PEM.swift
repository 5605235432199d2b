import Foundation

/// Textual armour around DER, RFC 7468: lines of 64 characters that end in LF.
///
/// Written by hand so that every text this authority hands out has the same line ends.
struct PEM {
    static let columnsMax = 64

    let label: String
    let der: [UInt8]

    /// The armour without a line end after the last line; who writes a file adds it.
    var text: String {
        let octets = Array(Foundation.Data(der).base64EncodedData())
        var text: [UInt8] = []
        text.reserveCapacity(octets.count + octets.count / Self.columnsMax + 80)
        text += "-----BEGIN \(label)-----\n".utf8
        for start in stride(from: 0, to: octets.count, by: Self.columnsMax) {
            text += octets[start..<min(start + Self.columnsMax, octets.count)]
            text.append(UInt8(ascii: "\n"))
        }
        text += "-----END \(label)-----".utf8
        return String(decoding: text, as: UTF8.self)
    }

    init(label: String, der: [UInt8]) {
        self.label = label
        self.der = der
    }

    /// The first block in `text` that bears one of `labels`, whatever stands around it.
    ///
    /// White space inside the block means nothing, so a block on a single line is read as well.
    init?(firstOf labels: [String], in text: String) {
        let found = labels.compactMap { label -> (label: String, start: String.Index)? in
            text.range(of: "-----BEGIN \(label)-----").map { (label, $0.upperBound) }
        }
        guard let block = found.min(by: { $0.start < $1.start }),
            let end = text.range(
                of: "-----END \(block.label)-----", range: block.start..<text.endIndex),
            let der = Self.octets(ofBase64: text[block.start..<end.lowerBound])
        else { return nil }
        self.init(label: block.label, der: der)
    }

    /// All blocks in `text` that bear `label`, in their order; nil where one of them is broken.
    static func all(of label: String, in text: String) -> [PEM]? {
        var blocks: [PEM] = []
        var rest = text[...]
        while let start = rest.range(of: "-----BEGIN \(label)-----") {
            guard
                let end = rest.range(
                    of: "-----END \(label)-----", range: start.upperBound..<rest.endIndex),
                let der = octets(ofBase64: rest[start.upperBound..<end.lowerBound])
            else { return nil }
            blocks.append(PEM(label: label, der: der))
            rest = rest[end.upperBound...]
        }
        return blocks
    }

    /// Base64 with its padding, white space ignored; nil for an empty or broken text.
    static func octets(ofBase64 text: some StringProtocol) -> [UInt8]? {
        let solid = Foundation.Data(text.utf8.filter { !$0.isBlank })
        guard let octets = Foundation.Data(base64Encoded: solid), !octets.isEmpty else {
            return nil
        }
        return Array(octets)
    }
}

extension UInt8 {
    /// A space, or one of ASCII's line ends and tabulators.
    fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
