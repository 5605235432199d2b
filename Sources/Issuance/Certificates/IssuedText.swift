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

    /// The last common name of the subject (RFC 5280 section 4.1).
    private static func commonName(_ der: [UInt8]) throws(DERProblem) -> String? {
        var outer = DERReader(der)
        var certificate = outer.inside(try outer.read(DERWriter.Tag.sequence))
        var body = certificate.inside(try certificate.read(DERWriter.Tag.sequence))
        _ = try body.readIfPresent(DERWriter.Tag.explicit(0))
        _ = try body.read(DERWriter.Tag.integer)
        for _ in ["signature", "issuer", "validity"] { _ = try body.read(DERWriter.Tag.sequence) }
        let subject = try LintedName(try body.read(DERWriter.Tag.sequence), in: body)
        return subject.texts(of: .commonName).last
    }
}
