/// A SubjectPublicKeyInfo, field by field (RFC 5280 section 4.1.2.7).
struct LintedKey: Sendable {
    let octets: ArraySlice<UInt8>
    /// Nil for algorithms and curves that no certificate is issued for.
    let family: KeyFamily?
    /// What stands where parameters may.
    let parameters: ArraySlice<UInt8>
    /// The key's bits.
    let bits: ArraySlice<UInt8>
    /// Of RSA keys alone, and only where they can be read.
    let rsa: RSANumbers?

    init(_ element: DERReader.Element, in reader: DERReader) throws(DERProblem) {
        octets = reader.octets(element.whole)
        var fields = reader.inside(element)
        var algorithm = fields.inside(try fields.read(DERWriter.Tag.sequence))
        let name = Array(algorithm.octets(try algorithm.read(DERWriter.Tag.oid).content))
        parameters = algorithm.isAtEnd ? [] : algorithm.octets(try algorithm.readAny().whole)
        try algorithm.finish()
        let key = fields.octets(try fields.read(DERWriter.Tag.bitString).content)
        try fields.finish()
        guard key.first == 0 else { throw .malformed }
        bits = key.dropFirst()
        family = Self.family(name, parameters)
        rsa = family == .rsa ? Self.numbers(bits) : nil
    }

    private static func family(_ algorithm: [UInt8], _ parameters: ArraySlice<UInt8>) -> KeyFamily?
    {
        switch algorithm {
        case Name.rsa.octets: return .rsa
        case Name.ed25519.octets: return .ed25519
        case Name.curves.octets:
            let curve = Array(parameters.dropFirst(2))
            return Name.families.first { $0.curve.octets == curve }?.family
        default: return nil
        }
    }

    private static func numbers(_ bits: ArraySlice<UInt8>) -> RSANumbers? {
        var outer = DERReader(Array(bits))
        do {
            var inside = outer.inside(try outer.read(DERWriter.Tag.sequence))
            let modulus = try inside.read(DERWriter.Tag.integer).content
            let exponent = try inside.read(DERWriter.Tag.integer).content
            try inside.finish()
            try outer.finish()
            return RSANumbers(
                modulus: inside.octets(modulus), exponent: inside.octets(exponent))
        } catch {
            return nil
        }
    }

    private enum Name {
        static let rsa: OID = [1, 2, 840, 113549, 1, 1, 1]
        static let ed25519: OID = [1, 3, 101, 112]
        static let curves: OID = [1, 2, 840, 10045, 2, 1]
        static let families: [(curve: OID, family: KeyFamily)] = [
            ([1, 2, 840, 10045, 3, 1, 7], .p256), ([1, 3, 132, 0, 34], .p384),
            ([1, 3, 132, 0, 35], .p521),
        ]
    }
}

extension KeyFamily {
    /// The octets of an uncompressed point (RFC 5480 section 2.2), or of an Ed25519 key.
    var keyOctets: Int? {
        switch self {
        case .rsa: nil
        case .p256: 65
        case .p384: 97
        case .p521: 133
        case .ed25519: 32
        }
    }
}
