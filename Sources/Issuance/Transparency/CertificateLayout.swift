/// A certificate taken apart octet by octet (RFC 5280 section 4.1), so that it can be put together
/// again with one extension changed and nothing else.
struct CertificateLayout {
    /// 1.3.6.1.4.1.11129.2.4.3 and .2, in DER.
    static let poisonOID: [UInt8] = oid(ending: 3)
    static let timestampsOID: [UInt8] = oid(ending: 2)

    /// The TBSCertificate up to its extensions: all its elements but the last.
    private let front: [UInt8]
    /// The extensions, each whole, and what each is called, whole as well.
    private let extensions: [(oid: [UInt8], whole: [UInt8])]
    /// The AlgorithmIdentifier behind the TBSCertificate.
    let algorithm: [UInt8]

    init(der: [UInt8]) throws(DERProblem) {
        var outer = DERReader(der)
        let whole = try outer.read(DERWriter.Tag.sequence)
        try outer.finish()
        var fields = outer.inside(whole)
        let body = try fields.read(DERWriter.Tag.sequence)
        algorithm = Array(fields.octets(try fields.read(DERWriter.Tag.sequence).whole))

        var elements = fields.inside(body)
        var front: [UInt8] = []
        var last: DERReader.Element?
        while !elements.isAtEnd {
            if let last { front += elements.octets(last.whole) }
            last = try elements.readAny()
        }
        guard let last, last.tag == DERWriter.Tag.explicit(3) else { throw .malformed }
        self.front = front
        extensions = try Self.extensions(in: elements.inside(last))
    }

    private static func extensions(
        in reader: DERReader
    ) throws(DERProblem) -> [(oid: [UInt8], whole: [UInt8])] {
        var reader = reader
        let list = try reader.read(DERWriter.Tag.sequence)
        try reader.finish()
        var items = reader.inside(list)
        var extensions: [(oid: [UInt8], whole: [UInt8])] = []
        while !items.isAtEnd {
            let item = try items.read(DERWriter.Tag.sequence)
            var parts = items.inside(item)
            let oid = try parts.read(DERWriter.Tag.oid)
            extensions.append(
                (oid: Array(parts.octets(oid.whole)), whole: Array(items.octets(item.whole))))
        }
        return extensions
    }

    /// The TBSCertificate with another extension in the place of one, or with none there.
    func body(replacing oid: [UInt8], with replacement: [UInt8] = []) -> [UInt8] {
        var writer = DERWriter(reserving: 2048)
        writer.append(DERWriter.Tag.sequence) { body in
            body.append(whole: front)
            body.append(DERWriter.Tag.explicit(3)) { tagged in
                tagged.append(DERWriter.Tag.sequence) { list in
                    for one in extensions {
                        list.append(whole: one.oid == oid ? replacement : one.whole)
                    }
                }
            }
        }
        return writer.octets
    }

    func count(of oid: [UInt8]) -> Int { extensions.count { $0.oid == oid } }

    private static func oid(ending number: UInt8) -> [UInt8] {
        [DERWriter.Tag.oid, 0x0A, 0x2B, 0x06, 0x01, 0x04, 0x01, 0xD6, 0x79, 0x02, 0x04, number]
    }
}
