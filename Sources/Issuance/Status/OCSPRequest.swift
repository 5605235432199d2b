import Crypto

/// A question about the status of certificates (RFC 6960 section 4.1).
///
/// A signature on it is not looked at: everybody may ask.
package struct OCSPRequest: Equatable, Sendable {
    package let certificates: [OCSPCertID]
    /// What the answer shall repeat (RFC 9654).
    package let nonce: [UInt8]?

    /// Holds ``certificatesMax`` questions, a nonce, and a signature with its certificates.
    package static let octetsMax = 16_384
    package static let certificatesMax = 32
    /// RFC 9654 section 2.1.
    package static let nonceOctets = 1...128

    package init(der: [UInt8]) throws(OCSPFailure) {
        guard der.count <= Self.octetsMax else { throw .malformedRequest }
        do {
            self = try Self.read(der)
        } catch {
            throw .malformedRequest
        }
    }

    private init(certificates: [OCSPCertID], nonce: [UInt8]?) {
        self.certificates = certificates
        self.nonce = nonce
    }

    private static func read(_ der: [UInt8]) throws(DERProblem) -> OCSPRequest {
        var file = DERReader(der)
        let whole = try file.read(DERWriter.Tag.sequence)
        try file.finish()
        var request = file.inside(whole)
        var body = request.inside(try request.read(DERWriter.Tag.sequence))
        _ = try request.readIfPresent(DERWriter.Tag.explicit(0))
        try request.finish()
        if let version = try body.readIfPresent(DERWriter.Tag.explicit(0)) {
            guard body.octets(version.content).elementsEqual([DERWriter.Tag.integer, 1, 0]) else {
                throw .malformed
            }
        }
        _ = try body.readIfPresent(DERWriter.Tag.explicit(1))
        var list = body.inside(try body.read(DERWriter.Tag.sequence))
        let extensions = try body.readIfPresent(DERWriter.Tag.explicit(2))
        try body.finish()
        var certificates: [OCSPCertID] = []
        while !list.isAtEnd {
            guard certificates.count < certificatesMax else { throw .malformed }
            certificates.append(try certificate(list.inside(list.read(DERWriter.Tag.sequence))))
        }
        guard !certificates.isEmpty else { throw .malformed }
        let nonce = try extensions.map { (place) throws(DERProblem) in
            try Self.nonce(in: body.inside(place))
        }
        return OCSPRequest(certificates: certificates, nonce: nonce ?? nil)
    }

    private static func certificate(_ reader: DERReader) throws(DERProblem) -> OCSPCertID {
        var reader = reader
        let whole = try reader.read(DERWriter.Tag.sequence)
        if let place = try reader.readIfPresent(DERWriter.Tag.explicit(0)) {
            // None of them is for us; a critical one that is not understood must be refused.
            _ = try nonce(in: reader.inside(place))
        }
        try reader.finish()
        return try OCSPCertID(reader.inside(whole), der: Array(reader.octets(whole.whole)))
    }

    /// The nonce among extensions, if there is one.
    private static func nonce(in reader: DERReader) throws(DERProblem) -> [UInt8]? {
        var outer = reader
        var list = outer.inside(try outer.read(DERWriter.Tag.sequence))
        try outer.finish()
        var found: [UInt8]?
        while !list.isAtEnd {
            var entry = list.inside(try list.read(DERWriter.Tag.sequence))
            let name = entry.octets(try entry.read(DERWriter.Tag.oid).content)
            let isCritical = try entry.readIfPresent(DERWriter.Tag.boolean) != nil
            let value = try entry.read(DERWriter.Tag.octetString)
            try entry.finish()
            if name.elementsEqual(ExtensionName.nonce.octets) {
                var inner = entry.inside(value)
                let nonce = inner.octets(try inner.read(DERWriter.Tag.octetString).content)
                try inner.finish()
                guard found == nil, nonceOctets.contains(nonce.count) else { throw .malformed }
                found = Array(nonce)
            } else if isCritical {
                throw .malformed
            }
        }
        return found
    }
}

/// How a question names a certificate: by its serial number, and by hashes of its issuer's name and
/// key (RFC 6960 section 4.1.1).
package struct OCSPCertID: Hashable, Sendable {
    package let issuer: IssuerDigest
    /// Without leading zeros; empty for zero and for numbers below it, which nobody has.
    package let serial: [UInt8]
    /// As the question has it, and as the answer repeats it.
    package let der: [UInt8]

    init(_ reader: DERReader, der: [UInt8]) throws(DERProblem) {
        var reader = reader
        var algorithm = reader.inside(try reader.read(DERWriter.Tag.sequence))
        let oid = algorithm.octets(try algorithm.read(DERWriter.Tag.oid).content)
        let name = reader.octets(try reader.read(DERWriter.Tag.octetString).content)
        let key = reader.octets(try reader.read(DERWriter.Tag.octetString).content)
        let serial = reader.octets(try reader.read(DERWriter.Tag.integer).content)
        try reader.finish()
        guard let first = serial.first else { throw .malformed }
        // The answer repeats it, and has to be DER: no octet more than the number needs.
        if let second = serial.dropFirst().first {
            let isPadded = (first == 0 && second < 0x80) || (first == 0xFF && second >= 0x80)
            guard !isPadded else { throw .malformed }
        }
        issuer = IssuerDigest(
            algorithm: IssuerDigest.Algorithm.allCases.first { oid.elementsEqual($0.oid) },
            name: Array(name), key: Array(key))
        self.serial = first >= 0x80 ? [] : Array(serial.drop { $0 == 0 })
        self.der = der
    }

    package static func == (one: OCSPCertID, other: OCSPCertID) -> Bool { one.der == other.der }

    package func hash(into hasher: inout Hasher) { hasher.combine(der) }
}

/// An issuer, named by hashes of its subject and of its public key.
package struct IssuerDigest: Hashable, Sendable {
    /// Absent: one that nothing is compared with.
    let algorithm: Algorithm?
    let name: [UInt8]
    let key: [UInt8]

    enum Algorithm: CaseIterable {
        /// What nearly everyone asks with (RFC 5019 section 2.1.1). Its strength does not matter.
        case sha1
        case sha256

        fileprivate var oid: [UInt8] {
            switch self {
            case .sha1: [0x2B, 14, 3, 2, 26]
            case .sha256: [0x60, 0x86, 0x48, 1, 101, 3, 4, 2, 1]
            }
        }

        fileprivate func digest(_ octets: [UInt8]) -> [UInt8] {
            switch self {
            case .sha1: Array(Insecure.SHA1.hash(data: octets))
            case .sha256: Array(SHA256.hash(data: octets))
            }
        }
    }
}

extension SignedCertificate {
    /// All that this authority can be called in questions about what it issued.
    package var digests: [IssuerDigest] {
        get throws {
            let name = try subjectOctets
            let key = try keyBits
            return IssuerDigest.Algorithm.allCases.map {
                IssuerDigest(algorithm: $0, name: $0.digest(name), key: $0.digest(key))
            }
        }
    }
}
