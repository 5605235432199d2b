package import Foundation

/// A log's promise to show a certificate (RFC 6962 section 3.2: SignedCertificateTimestamp, v1).
package struct SignedTimestamp: Hashable, Sendable {
    package static let logIDOctets = 32
    /// Bounds that the lengths before them set.
    static let blockOctetsMax = 0xFFFF

    /// SHA-256 of the log's public key.
    package let logID: [UInt8]
    /// Milliseconds since 1970.
    package let milliseconds: UInt64
    /// What else the log signed; some say here which entry it is.
    package let extensions: [UInt8]
    package let scheme: Scheme
    package let signature: [UInt8]

    /// How logs sign (RFC 6962 section 2.1.4).
    package enum Scheme: UInt16, Sendable {
        /// HashAlgorithm sha256, SignatureAlgorithm rsa.
        case rsaSHA256 = 0x0401
        /// HashAlgorithm sha256, SignatureAlgorithm ecdsa.
        case ecdsaSHA256 = 0x0403
    }

    package init(
        logID: [UInt8], milliseconds: UInt64, extensions: [UInt8], scheme: Scheme,
        signature: [UInt8]
    ) throws(TimestampProblem) {
        guard logID.count == Self.logIDOctets, extensions.count <= Self.blockOctetsMax,
            (1...Self.blockOctetsMax).contains(signature.count)
        else { throw .malformed }
        self.logID = logID
        self.milliseconds = milliseconds
        self.extensions = extensions
        self.scheme = scheme
        self.signature = signature
    }

    /// - Parameter signed: scheme and signature, as a log answers them (`DigitallySigned`).
    package init(
        logID: [UInt8], milliseconds: UInt64, extensions: [UInt8], signed: [UInt8]
    ) throws(TimestampProblem) {
        var reader = OctetReader(signed)
        let (scheme, signature) = try reader.signed()
        try reader.finish()
        try self.init(
            logID: logID, milliseconds: milliseconds, extensions: extensions, scheme: scheme,
            signature: signature)
    }

    package var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

    /// Which entry of the log it is, where the log says so (leaf_index of the Static CT API).
    package var entryNumber: UInt64? {
        var reader = OctetReader(extensions)
        while !reader.isAtEnd {
            // Extensions that cannot be read say nothing.
            guard let kind = try? reader.number(in: 1), let content = try? reader.block(in: 2)
            else { return nil }
            if kind == 0, content.count == 5 {
                return content.reduce(0) { $0 << 8 | UInt64($1) }
            }
        }
        return nil
    }

    /// As it stands in a list.
    package var octets: [UInt8] {
        var writer = OctetWriter()
        writer.append(Self.version, in: 1)
        writer.append(whole: logID)
        writer.append(milliseconds, in: 8)
        writer.append(block: extensions, in: 2)
        writer.append(UInt64(scheme.rawValue), in: 2)
        writer.append(block: signature, in: 2)
        return writer.octets
    }

    package init(octets: [UInt8]) throws(TimestampProblem) {
        var reader = OctetReader(octets)
        guard try reader.number(in: 1) == Self.version else { throw .versionUnknown }
        let logID = try reader.octets(Self.logIDOctets)
        let milliseconds = try reader.number(in: 8)
        let extensions = try reader.block(in: 2)
        let (scheme, signature) = try reader.signed()
        try reader.finish()
        try self.init(
            logID: logID, milliseconds: milliseconds, extensions: extensions, scheme: scheme,
            signature: signature)
    }

    /// v1, the only one there is.
    static let version: UInt64 = 0
}

/// Why octets are no timestamp, or not one to embed.
package enum TimestampProblem: Error, Hashable, Sendable {
    case malformed
    case versionUnknown
    case schemeUnknown
    /// Another log's, or nobody's.
    case logIDWrong
    case signatureInvalid
    /// It was made at a time that has not come.
    case tooNew
}

extension OctetReader {
    fileprivate mutating func signed() throws(TimestampProblem)
        -> (SignedTimestamp.Scheme, [UInt8])
    {
        guard let scheme = SignedTimestamp.Scheme(rawValue: UInt16(try number(in: 2))) else {
            throw .schemeUnknown
        }
        return (scheme, try block(in: 2))
    }
}
