/// A distinguished name, attribute by attribute.
struct LintedName: Sendable {
    let octets: ArraySlice<UInt8>
    let attributes: [Attribute]
    /// Whether some part of it has several attributes at once.
    let hasJoinedAttributes: Bool

    struct Attribute: Sendable {
        let type: ArraySlice<UInt8>
        let tag: UInt8
        let value: ArraySlice<UInt8>

        /// As ``SubjectField`` knows it; nil for any other type.
        var field: SubjectField? { SubjectField.ofType[Array(type)] }

        /// The characters; nil where they are none of their string's type.
        var text: String? {
            switch tag {
            case StringTag.utf8: String(validating: value, as: UTF8.self)
            case StringTag.printable:
                value.allSatisfy(StringTag.isPrintable)
                    ? String(decoding: value, as: UTF8.self) : nil
            case StringTag.ia5:
                value.allSatisfy { $0 < 0x80 } ? String(decoding: value, as: UTF8.self) : nil
            default: nil
            }
        }
    }

    enum StringTag {
        static let utf8: UInt8 = 0x0C
        static let printable: UInt8 = 0x13
        static let ia5: UInt8 = 0x16

        /// X.680 section 41.4.
        static func isPrintable(_ octet: UInt8) -> Bool {
            switch octet {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'")...UInt8(ascii: ")"),
                UInt8(ascii: "+")...UInt8(ascii: "/"), UInt8(ascii: " "), UInt8(ascii: ":"),
                UInt8(ascii: "="), UInt8(ascii: "?"):
                true
            default: false
            }
        }
    }

    init(_ element: DERReader.Element, in reader: DERReader) throws(DERProblem) {
        octets = reader.octets(element.whole)
        var parts = reader.inside(element)
        var attributes: [Attribute] = []
        var hasJoinedAttributes = false
        while !parts.isAtEnd {
            var part = parts.inside(try parts.read(DERWriter.Tag.set))
            let before = attributes.count
            repeat {
                var fields = part.inside(try part.read(DERWriter.Tag.sequence))
                let type = fields.octets(try fields.read(DERWriter.Tag.oid).content)
                let value = try fields.readAny()
                try fields.finish()
                attributes.append(
                    Attribute(type: type, tag: value.tag, value: fields.octets(value.content)))
            } while !part.isAtEnd
            if attributes.count > before + 1 { hasJoinedAttributes = true }
        }
        self.attributes = attributes
        self.hasJoinedAttributes = hasJoinedAttributes
    }

    var isEmpty: Bool { attributes.isEmpty }

    func texts(of field: SubjectField) -> [String] {
        attributes.filter { $0.field == field }.compactMap(\.text)
    }
}

extension SubjectField {
    fileprivate static let ofType = Dictionary(
        uniqueKeysWithValues: allCases.map { (OID($0.type).octets, $0) })
}
