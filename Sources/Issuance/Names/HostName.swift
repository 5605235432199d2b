/// A DNS name as certificates carry it: lower case, A-labels, no trailing dot.
///
/// Made from what people write. Labels follow RFC 1123 section 2.1 (letters, digits, hyphens) and
/// for other scripts RFC 5891; a wildcard is the whole leftmost label (RFC 6125 section 6.4.3).
package struct HostName: Hashable, Sendable {
    /// RFC 1035 section 2.3.4, less the root's empty label and a length octet.
    package static let octetsMax = 253
    package static let labelOctetsMax = 63
    /// What is read at all: four octets of UTF-8 for each of ASCII. Encoding takes square time.
    static let textOctetsMax = 4 * octetsMax

    package let ascii: String

    package init(_ text: String) throws(HostNameProblem) {
        guard text.utf8.count <= Self.textOctetsMax else { throw .tooLong }
        if IPAddress(text) != nil { throw .isAddress }
        let dots: Set<Unicode.Scalar> = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]
        var labels = text.unicodeScalars.split(
            omittingEmptySubsequences: false, whereSeparator: dots.contains)
        if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
        if labels.count == 1, labels[0].isEmpty { throw .empty }
        var names: [String] = []
        for (index, label) in labels.enumerated() {
            let isWildcard = index == 0 && labels.count > 1 && label.elementsEqual(["*"])
            names.append(isWildcard ? "*" : try HostLabel(String(label)).ascii)
        }
        if names.last?.allSatisfy(\.isNumber) == true { throw .topLabelNumeric }
        ascii = names.joined(separator: ".")
        guard ascii.utf8.count <= Self.octetsMax else { throw .tooLong }
    }

    package var isWildcard: Bool { ascii.hasPrefix("*.") }

    /// The name a wildcard stands under; the name itself otherwise.
    package var base: String { isWildcard ? String(ascii.dropFirst(2)) : ascii }

    /// Whether no public DNS can ever hold the name: it has one label, or ends in a domain set
    /// apart by RFC 6761, RFC 6762 appendix G, RFC 8375 or, for `internal`, by ICANN.
    package var isInternal: Bool { Self.isInternal(base[...]) }

    /// The same of a name as it stands in a certificate.
    static func isInternal(_ base: Substring) -> Bool {
        // Octets: a certificate may have a thousand names.
        guard let dot = base.utf8.lastIndex(of: UInt8(ascii: ".")) else { return true }
        return internalTopLabels.contains(base[base.index(after: dot)...])
            || base == homeDomain || base.hasSuffix("." + homeDomain)
    }

    private static let homeDomain = "home.arpa"

    private static let internalTopLabels: Set<Substring> = [
        "alt", "corp", "example", "home", "internal", "intranet", "invalid", "lan", "local",
        "localhost", "onion", "private", "test",
    ]
}

/// Why a text is not a name a certificate can carry.
package enum HostNameProblem: Error, Hashable, Sendable {
    case empty
    case emptyLabel
    case tooLong
    case labelTooLong(String)
    case isAddress
    case topLabelNumeric
    case wildcardMisplaced
    case underscore
    case characterNotAllowed(Character)
    case hyphenAtEdge(String)
    case hyphensReserved(String)
    case encodingInvalid(String)
    case directionMixed(String)

    /// What is wrong, for a reader; it completes "The name … is refused:".
    package var phrase: String {
        switch self {
        case .empty: "it is empty"
        case .emptyLabel: "two dots stand together, or one leads"
        case .tooLong: "it is longer than \(HostName.octetsMax) characters"
        case .labelTooLong(let label):
            "\"\(label)\" is longer than \(HostName.labelOctetsMax) characters"
        case .isAddress: "it is an IP address, not a host name"
        case .topLabelNumeric: "its last label is a number"
        case .wildcardMisplaced: "\"*\" may only stand alone as the leftmost label"
        case .underscore: "\"_\" is not allowed in host names"
        case .characterNotAllowed(let character): "\"\(character)\" is not allowed in host names"
        case .hyphenAtEdge(let label): "\"\(label)\" begins or ends with a hyphen"
        case .hyphensReserved(let label): "\"\(label)\" has hyphens in third and fourth place"
        case .encodingInvalid(let label): "\"\(label)\" is not a valid internationalized label"
        case .directionMixed(let label): "\"\(label)\" mixes writing directions"
        }
    }
}
