/// What the extensions say that lints look at, each nil where it is absent or cannot be read.
struct LintedValues: Sendable {
    private(set) var constraints: Constraints?
    private(set) var keyUse: KeyUse?
    private(set) var purposes: [ArraySlice<UInt8>]?
    private(set) var names: [Name]?
    private(set) var authorityKey: ArraySlice<UInt8>?
    private(set) var subjectKey: ArraySlice<UInt8>?
    private(set) var policies: [Policy]?
    /// The URLs of the revocation lists.
    private(set) var lists: [String]?
    private(set) var access: [Access]?
    /// The extensions that are known and cannot be read.
    private(set) var unreadable: [OID] = []

    struct Constraints: Equatable, Sendable {
        let isAuthority: Bool
        let pathLength: Int?
    }

    struct Name: Sendable {
        let tag: UInt8
        let value: ArraySlice<UInt8>

        var text: String { String(decoding: value, as: UTF8.self) }

        static let mailbox: UInt8 = 0x81
        static let host: UInt8 = 0x82
        static let url: UInt8 = 0x86
        static let address: UInt8 = 0x87
    }

    struct Policy: Sendable {
        let name: ArraySlice<UInt8>
        let statementURL: String?
    }

    struct Access: Sendable {
        let method: ArraySlice<UInt8>
        let url: String
    }

    init(_ extensions: [LintedExtension]) {
        for one in extensions {
            guard let name = OID.readable.first(where: { one.name == $0.octets[...] }) else {
                continue
            }
            do {
                try read(name, one.value)
            } catch {
                unreadable.append(name)
            }
        }
    }

    private mutating func read(_ name: OID, _ value: ArraySlice<UInt8>) throws(DERProblem) {
        var reader = DERReader(Array(value))
        switch name {
        case .basicConstraints: constraints = try reader.constraints()
        case .keyUsage: keyUse = KeyUse(bits: try reader.bits())
        case .extendedKeyUsage:
            purposes = try reader.list { list throws(DERProblem) in
                list.octets(try list.read(DERWriter.Tag.oid).content)
            }
        case .subjectAlternativeName: names = try reader.list(Self.name)
        case .authorityKeyIdentifier: authorityKey = try reader.authorityKey()
        case .subjectKeyIdentifier:
            subjectKey = reader.octets(try reader.read(DERWriter.Tag.octetString).content)
        case .certificatePolicies: policies = try reader.list(Self.policy)
        case .crlDistributionPoints: lists = try reader.list(Self.point)
        case .authorityInformationAccess: access = try reader.list(Self.access)
        default: return
        }
        try reader.finish()
    }

    private static func name(_ list: inout DERReader) throws(DERProblem) -> Name {
        let element = try list.readAny()
        return Name(tag: element.tag, value: list.octets(element.content))
    }

    private static func policy(_ list: inout DERReader) throws(DERProblem) -> Policy {
        var fields = list.inside(try list.read(DERWriter.Tag.sequence))
        let name = fields.octets(try fields.read(DERWriter.Tag.oid).content)
        guard !fields.isAtEnd else { return Policy(name: name, statementURL: nil) }
        let urls = try fields.list { (list) throws(DERProblem) -> String in
            var qualifier = list.inside(try list.read(DERWriter.Tag.sequence))
            let kind = qualifier.octets(try qualifier.read(DERWriter.Tag.oid).content)
            guard kind == OID.practiceStatement.octets[...] else { throw .malformed }
            let url = qualifier.octets(try qualifier.read(LintedName.StringTag.ia5).content)
            try qualifier.finish()
            return String(decoding: url, as: UTF8.self)
        }
        guard urls.count == 1 else { throw .malformed }
        try fields.finish()
        return Policy(name: name, statementURL: urls[0])
    }

    /// One point, by one URL.
    private static func point(_ list: inout DERReader) throws(DERProblem) -> String {
        var point = list.inside(try list.read(DERWriter.Tag.sequence))
        var name = point.inside(try point.read(DERWriter.Tag.explicit(0)))
        try point.finish()
        var full = name.inside(try name.read(DERWriter.Tag.explicit(0)))
        try name.finish()
        let url = full.octets(try full.read(Name.url).content)
        try full.finish()
        return String(decoding: url, as: UTF8.self)
    }

    private static func access(_ list: inout DERReader) throws(DERProblem) -> Access {
        var fields = list.inside(try list.read(DERWriter.Tag.sequence))
        let method = fields.octets(try fields.read(DERWriter.Tag.oid).content)
        let url = fields.octets(try fields.read(Name.url).content)
        try fields.finish()
        return Access(method: method, url: String(decoding: url, as: UTF8.self))
    }
}

extension KeyUse {
    static let dataEncipherment = KeyUse(rawValue: 1 << 3)
    static let certificateSigning = KeyUse(rawValue: 1 << 5)
    static let listSigning = KeyUse(rawValue: 1 << 6)

    /// The content of a BIT STRING, whose first octet says how many bits are none.
    fileprivate init(bits content: ArraySlice<UInt8>) {
        var bits: UInt16 = 0
        for (place, octet) in content.dropFirst().prefix(2).enumerated() {
            for bit in 0..<8 where octet & (0x80 >> UInt8(bit)) != 0 {
                bits |= 1 << UInt16(place * 8 + bit)
            }
        }
        self.init(rawValue: bits)
    }
}

extension DERReader {
    /// A SEQUENCE that is not empty.
    fileprivate mutating func list<Value>(
        _ each: (inout DERReader) throws(DERProblem) -> Value
    ) throws(DERProblem) -> [Value] {
        var inside = inside(try read(DERWriter.Tag.sequence))
        var values: [Value] = []
        repeat { values.append(try each(&inside)) } while !inside.isAtEnd
        return values
    }

    /// A BIT STRING in its shortest form.
    fileprivate mutating func bits() throws(DERProblem) -> ArraySlice<UInt8> {
        let content = octets(try read(DERWriter.Tag.bitString).content)
        // None at all is a shortest form, too.
        if content.elementsEqual([0]) { return content }
        guard let unused = content.first, unused < 8, content.count >= 2, let last = content.last,
            last & (1 << unused) != 0, last & ((1 << unused) - 1) == 0
        else { throw .malformed }
        return content
    }

    fileprivate mutating func constraints() throws(DERProblem) -> LintedValues.Constraints {
        var inside = inside(try read(DERWriter.Tag.sequence))
        var isAuthority = false
        if let flag = try inside.readIfPresent(DERWriter.Tag.boolean) {
            guard inside.octets(flag.content).elementsEqual([0xFF]) else { throw .malformed }
            isAuthority = true
        }
        var length: Int?
        if let number = try inside.readIfPresent(DERWriter.Tag.integer) {
            let digits = inside.octets(number.content)
            guard digits.count == 1, let digit = digits.first, digit < 0x80 else {
                throw .malformed
            }
            length = Int(digit)
        }
        try inside.finish()
        return .init(isAuthority: isAuthority, pathLength: length)
    }

    /// The key identifier, and nothing beside it.
    fileprivate mutating func authorityKey() throws(DERProblem) -> ArraySlice<UInt8> {
        var inside = inside(try read(DERWriter.Tag.sequence))
        let identifier = inside.octets(try inside.read(DERWriter.Tag.implicit(0)).content)
        try inside.finish()
        return identifier
    }
}

/// The names of extensions.
extension OID {
    static let subjectKeyIdentifier: OID = [2, 5, 29, 14]
    static let keyUsage: OID = [2, 5, 29, 15]
    static let subjectAlternativeName: OID = [2, 5, 29, 17]
    static let basicConstraints: OID = [2, 5, 29, 19]
    static let crlDistributionPoints: OID = [2, 5, 29, 31]
    static let certificatePolicies: OID = [2, 5, 29, 32]
    static let authorityKeyIdentifier: OID = [2, 5, 29, 35]
    static let extendedKeyUsage: OID = [2, 5, 29, 37]
    static let authorityInformationAccess: OID = [1, 3, 6, 1, 5, 5, 7, 1, 1]
    static let logotype: OID = [1, 3, 6, 1, 5, 5, 7, 1, 12]
    static let signedExchanges: OID = [1, 3, 6, 1, 4, 1, 11129, 2, 1, 22]
    static let noCheck: OID = [1, 3, 6, 1, 5, 5, 7, 48, 1, 5]
    static let poison: OID = [1, 3, 6, 1, 4, 1, 11129, 2, 4, 3]
    static let timestamps: OID = [1, 3, 6, 1, 4, 1, 11129, 2, 4, 2]
    static let practiceStatement: OID = [1, 3, 6, 1, 5, 5, 7, 2, 1]

    fileprivate static let readable: [OID] = [
        .basicConstraints, .keyUsage, .extendedKeyUsage, .subjectAlternativeName,
        .authorityKeyIdentifier, .subjectKeyIdentifier, .certificatePolicies,
        .crlDistributionPoints, .authorityInformationAccess,
    ]
}
