/// A certificate of this authority as answers show it: its armoured octets and its common name.
///
/// Much cheaper to read than a ``SignedCertificate``, and no judge of anything: who answers with a
/// certificate that it has just signed need not check it again.
package struct IssuedText: Sendable {
    package let commonName: String?
    /// Lines end in LF, the last one too.
    package let pem: String

    package init(der: [UInt8]) throws(CertificateProblem) {
        do {
            commonName = try Self.commonName(der)
        } catch {
            throw .unparseable
        }
        pem = PEM(label: "CERTIFICATE", der: der).text + "\n"
    }

    private enum Tag {
        static let integer: UInt8 = 0x02
        static let objectIdentifier: UInt8 = 0x06
        static let sequence: UInt8 = 0x30
        static let set: UInt8 = 0x31
        static let version: UInt8 = 0xA0
    }

    /// id-at-commonName, 2.5.4.3.
    private static let commonNameOctets: [UInt8] = [0x55, 0x04, 0x03]

    /// The last common name of the subject (RFC 5280 section 4.1): this authority writes it as
    /// UTF8String or PrintableString.
    private static func commonName(_ der: [UInt8]) throws(DERProblem) -> String? {
        var outer = DERReader(der)
        var certificate = outer.inside(try outer.read(Tag.sequence))
        var body = certificate.inside(try certificate.read(Tag.sequence))
        _ = try body.readIfPresent(Tag.version)
        _ = try body.read(Tag.integer)
        for _ in ["signature", "issuer", "validity"] { _ = try body.read(Tag.sequence) }
        var subject = body.inside(try body.read(Tag.sequence))
        var last: String?
        while !subject.isAtEnd {
            var names = subject.inside(try subject.read(Tag.set))
            while !names.isAtEnd {
                var name = names.inside(try names.read(Tag.sequence))
                let type = name.octets(try name.read(Tag.objectIdentifier).content)
                let value = name.octets(try name.readAny().content)
                if type.elementsEqual(commonNameOctets) {
                    last = String(decoding: value, as: UTF8.self)
                }
            }
        }
        return last
    }
}
