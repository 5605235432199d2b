import SwiftASN1
import X509

/// Whom a certificate is about: a distinguished name whose every part is within bounds.
///
/// Fields may be handed over in any order; they are encoded in that of ``SubjectField``.
package struct Subject: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let field: SubjectField
        package let text: String

        package init(_ field: SubjectField, _ text: String) {
            self.field = field
            self.text = text
        }
    }

    /// In order of encoding; country codes in upper case, no text with space around it.
    package let entries: [Entry]
    let name: DistinguishedName

    /// The subject that says nothing; names stand in the extension alone.
    package static let empty = Subject()

    package init(_ entries: [Entry]) throws(SubjectProblem) {
        var sorted: [Entry] = []
        var names: [RelativeDistinguishedName] = []
        for field in SubjectField.allCases {
            let own = entries.filter { $0.field == field }
            if own.count > 1, !field.isRepeatable { throw .repeated(field) }
            for entry in own {
                let text = try Self.checked(entry)
                sorted.append(Entry(field, text))
                names.append(RelativeDistinguishedName(try Self.attribute(field, text)))
            }
        }
        self.entries = sorted
        name = DistinguishedName(names)
    }

    private init() {
        entries = []
        name = DistinguishedName()
    }

    package var commonName: String? { self[.commonName] }

    package var isEmpty: Bool { entries.isEmpty }

    package subscript(field: SubjectField) -> String? {
        entries.first { $0.field == field }?.text
    }

    private static func checked(_ entry: Entry) throws(SubjectProblem) -> String {
        let field = entry.field
        let text = entry.text.trimmingWhitespace
        guard !text.isEmpty else { throw .empty(field) }
        guard text.unicodeScalars.count <= field.charactersMax else { throw .tooLong(field) }
        // Most texts are of ASCII's visible characters, of which octets tell all.
        let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        if !isPlain, let control = text.unicodeScalars.first(where: \.isControl) {
            throw .characterNotAllowed(field, Character(control))
        }
        // A lone "-" or "." says that there is nothing to say (Baseline Requirements 7.1.4.3).
        let says =
            isPlain
            ? text.utf8.contains(where: \.isLetterOrDigit)
            : text.contains { $0.isLetter || $0.isNumber }
        guard says else { throw .meaningless(field) }
        guard field.isCountry else { return text }
        let code = text.uppercased()
        guard code.count == 2, code.allSatisfy({ ("A"..."Z").contains($0) }) else {
            throw .notCountryCode(field)
        }
        return code
    }

    private static func attribute(
        _ field: SubjectField, _ text: String
    ) throws(SubjectProblem) -> RelativeDistinguishedName.Attribute {
        if field == .emailAddress { return try emailAddress(text) }
        guard field.isPrintable else { return .init(type: field.type, utf8String: text) }
        do {
            return try .init(type: field.type, printableString: text)
        } catch {
            throw .notPrintable(field)
        }
    }

    /// An IA5String (RFC 5280 section 4.1.2.6).
    private static func emailAddress(
        _ text: String
    ) throws(SubjectProblem) -> RelativeDistinguishedName.Attribute {
        do {
            return .init(
                type: SubjectField.emailAddress.type,
                value: try ASN1Any(erasing: ASN1IA5String(text)))
        } catch {
            throw .notPrintable(.emailAddress)
        }
    }
}

extension String {
    fileprivate var trimmingWhitespace: String {
        guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
        guard let start = firstIndex(where: { !$0.isWhitespace }),
            let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
        default: false
        }
    }
}

/// Why a subject cannot be encoded as asked.
package enum SubjectProblem: Error, Hashable, Sendable {
    case empty(SubjectField)
    case meaningless(SubjectField)
    case tooLong(SubjectField)
    case repeated(SubjectField)
    case notCountryCode(SubjectField)
    /// Only letters, digits, space and ' ( ) + , - . / : = ? can be written there.
    case notPrintable(SubjectField)
    case characterNotAllowed(SubjectField, Character)

    package var field: SubjectField {
        switch self {
        case .empty(let field), .meaningless(let field), .tooLong(let field),
            .repeated(let field), .notCountryCode(let field), .notPrintable(let field),
            .characterNotAllowed(let field, _):
            field
        }
    }
}
