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
        var lines = ["-----BEGIN \(label)-----"]
        var rest = Foundation.Data(der).base64EncodedString()[...]
        while !rest.isEmpty {
            lines.append(String(rest.prefix(Self.columnsMax)))
            rest = rest.dropFirst(Self.columnsMax)
        }
        lines.append("-----END \(label)-----")
        return lines.joined(separator: "\n")
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
        let solid = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isBlank }))
        guard let octets = Foundation.Data(base64Encoded: solid), !octets.isEmpty else {
            return nil
        }
        return Array(octets)
    }
}

extension Unicode.Scalar {
    fileprivate var isBlank: Bool { self == " " || ("\t"..."\r").contains(self) }
}
