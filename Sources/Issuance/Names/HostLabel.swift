import Foundation

/// One label of a host name, in ASCII; letters of other scripts become an A-label (RFC 5891).
///
/// No IDNA tables are at hand, so the code points allowed are derived as RFC 5892 section 3 does,
/// from their category and stability, and where that needs a context (RFC 5892 appendix A) or a
/// full bidirectional class (RFC 5893) the label is refused: rather too strict than ambiguous.
struct HostLabel {
    let ascii: String

    init(_ text: String) throws(HostNameProblem) {
        // Upper case and composition are mapped before anything is judged (RFC 5895 section 2).
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        let label =
            isASCII ? text.lowercased() : text.lowercased().precomposedStringWithCanonicalMapping
        guard !label.isEmpty else { throw .emptyLabel }
        // Composition may leave ASCII of what was none.
        guard isASCII || label.utf8.allSatisfy({ $0 < 0x80 }) else {
            ascii = try Self.encoded(label)
            return
        }
        try Self.checkCharacters(label)
        guard label.utf8.count <= HostName.labelOctetsMax else { throw .labelTooLong(label) }
        if label.hasPrefix(Self.encodedPrefix) {
            try Self.checkEncoded(label)
        } else if Self.hasReservedHyphens(label) {
            throw .hyphensReserved(label)
        }
        ascii = label
    }

    private static let encodedPrefix = "xn--"

    private static func checkCharacters(_ label: String) throws(HostNameProblem) {
        guard label.utf8.allSatisfy(\.isLetterDigitHyphen) else {
            for character in label where !character.isLetterDigitHyphen {
                switch character {
                case "*": throw .wildcardMisplaced
                case "_": throw .underscore
                default: throw .characterNotAllowed(character)
                }
            }
            return
        }
        guard label.utf8.first != hyphen, label.utf8.last != hyphen else {
            throw .hyphenAtEdge(label)
        }
    }

    private static let hyphen = UInt8(ascii: "-")

    private static func hasReservedHyphens(_ label: String) -> Bool {
        label.unicodeScalars.dropFirst(2).starts(with: ["-", "-"])
    }

    private static func encoded(_ label: String) throws(HostNameProblem) -> String {
        for scalar in label.unicodeScalars where !scalar.isAllowedInLabels {
            if scalar == "*" { throw .wildcardMisplaced }
            if scalar == "_" { throw .underscore }
            throw .characterNotAllowed(Character(scalar))
        }
        guard label.first != "-", label.last != "-" else { throw .hyphenAtEdge(label) }
        guard !hasReservedHyphens(label) else { throw .hyphensReserved(label) }
        guard let first = label.unicodeScalars.first, !first.properties.generalCategory.isMark
        else { throw .encodingInvalid(label) }
        try checkDirection(label)
        guard let punycode = Punycode.encode(label) else { throw .encodingInvalid(label) }
        let ascii = encodedPrefix + punycode
        guard ascii.utf8.count <= HostName.labelOctetsMax else { throw .labelTooLong(label) }
        return ascii
    }

    /// An A-label must be what encoding its own meaning gives (RFC 5891 section 5.4).
    private static func checkEncoded(_ label: String) throws(HostNameProblem) {
        guard let meaning = Punycode.decode(String(label.dropFirst(encodedPrefix.count))),
            !meaning.unicodeScalars.allSatisfy(\.isASCII),
            // Whatever the meaning is refused for, the reader knows the label only.
            (try? encoded(meaning)) == label
        else { throw .encodingInvalid(label) }
    }

    /// The cautious half of RFC 5893: a label with right-to-left letters has no others.
    private static func checkDirection(_ label: String) throws(HostNameProblem) {
        let scalars = label.unicodeScalars
        guard scalars.contains(where: \.isRightToLeft) else { return }
        let isPure = scalars.allSatisfy { $0.isRightToLeft || !$0.properties.isAlphabetic }
        let digits = scalars.filter { $0.properties.generalCategory == .decimalNumber }
        guard isPure, scalars.first?.isRightToLeft == true,
            scalars.first?.properties.generalCategory != .decimalNumber,
            Set(digits.map { $0.value >> 4 }).count <= 1
        else { throw .directionMixed(label) }
    }
}

extension UInt8 {
    fileprivate var isLetterDigitHyphen: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension Character {
    fileprivate var isLetterDigitHyphen: Bool {
        ("a"..."z").contains(self) || ("0"..."9").contains(self) || self == "-"
    }
}

extension Unicode.Scalar {
    /// RFC 5892 section 3: letters, marks and digits that compatibility folding leaves alone.
    fileprivate var isAllowedInLabels: Bool {
        if isASCII { return Character(self).isLetterDigitHyphen }
        switch properties.generalCategory {
        case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark,
            .decimalNumber:
            let text = String(self)
            return text.precomposedStringWithCompatibilityMapping.lowercased() == text
                && !properties.isDefaultIgnorableCodePoint && !isExceptionallyDisallowed
        default:
            return false
        }
    }

    /// RFC 5892 sections 2.6 and 2.9: tatweel and its kin, vertical repeat marks, old Hangul.
    private var isExceptionallyDisallowed: Bool {
        switch value {
        case 0x0640, 0x07FA, 0x302E...0x302F, 0x3031...0x3035, 0x303B: true
        case 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF: true
        default: false
        }
    }

    fileprivate var isRightToLeft: Bool {
        switch value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC: true
        case 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isMark: Bool { self == .nonspacingMark || self == .spacingMark }
}
