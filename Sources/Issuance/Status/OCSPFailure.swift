/// Why a question has no answer; not signed (RFC 6960 section 4.2.1, RFC 5019 section 2.2.3).
package enum OCSPFailure: UInt8, Error, Sendable {
    case malformedRequest = 1
    case internalError = 2
    case tryLater = 3
    /// Asked about an issuer that nothing is known about here.
    case unauthorized = 6

    /// `SEQUENCE { ENUMERATED }`.
    package var octets: [UInt8] { [0x30, 3, DERWriter.Tag.enumerated, 1, rawValue] }
}
