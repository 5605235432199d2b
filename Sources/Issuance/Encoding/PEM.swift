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
    /// White space means nothing: a block on a single line is read as well, and one whose marks
    /// lost theirs on the way.
    init?(firstOf labels: [String], in text: String) {
        let octets = text.utf8.filter { !$0.isBlank }[...]
        let found = labels.compactMap { label in
            octets.place(of: Self.begin(label).solid).map { (label: label, start: $0.upperBound) }
        }
        guard let block = found.min(by: { $0.start < $1.start }),
            let end = octets[block.start...].place(of: Self.end(block.label).solid),
            let der = Self.octets(ofBase64: octets[block.start..<end.lowerBound])
        else { return nil }
        self.init(label: block.label, der: der)
    }

    /// All blocks in `text` that bear `label`, in their order; nil where one of them is broken.
    static func all(of label: String, in text: String) -> [PEM]? {
        var blocks: [PEM] = []
        var rest = Array(text.utf8)[...]
        while let start = rest.place(of: begin(label)) {
            guard let end = rest[start.upperBound...].place(of: self.end(label)),
                let der = octets(ofBase64: rest[start.upperBound..<end.lowerBound])
            else { return nil }
            blocks.append(PEM(label: label, der: der))
            rest = rest[end.upperBound...]
        }
        return blocks
    }

    private static func begin(_ label: String) -> String { "-----BEGIN \(label)-----" }
    private static func end(_ label: String) -> String { "-----END \(label)-----" }

    /// Base64 with its padding, white space ignored; nil for an empty or broken text.
    static func octets(ofBase64 text: some StringProtocol) -> [UInt8]? {
        octets(ofBase64: Array(text.utf8)[...])
    }

    private static func octets(ofBase64 text: ArraySlice<UInt8>) -> [UInt8]? {
        let solid = Foundation.Data(text.filter { !$0.isBlank })
        guard let octets = Foundation.Data(base64Encoded: solid), !octets.isEmpty else {
            return nil
        }
        return Array(octets)
    }
}

extension String {
    /// Without white space.
    fileprivate var solid: String { filter { !$0.isWhitespace } }
}

extension ArraySlice<UInt8> {
    /// Where `mark` stands first.
    fileprivate func place(of mark: String) -> Range<Int>? {
        let mark = Array(mark.utf8)
        var from = startIndex
        while let start = self[from...].firstIndex(of: mark[0]) {
            if self[start...].starts(with: mark) { return start..<start + mark.count }
            from = start + 1
        }
        return nil
    }
}

extension UInt8 {
    /// A space, or one of ASCII's line ends and tabulators.
    var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
