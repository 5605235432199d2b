import Crypto

/// One use of a CA's private key, told by what was signed.
package struct Signing: Equatable, Sendable {
    package let key: KeyIdentifier
    package let purpose: Purpose
    /// Of certificates, in hex.
    package let serial: String?
    /// SHA-256 of the octets that were signed.
    package let digest: [UInt8]

    package enum Purpose: String, Sendable {
        case certificate
        case revocationList = "crl"
        case request
        /// Nothing of the above; a key of a CA has no business with it.
        case other
    }

    init(key: KeyIdentifier, purpose: Purpose, serial: String?, digest: [UInt8]) {
        self.key = key
        self.purpose = purpose
        self.serial = serial
        self.digest = digest
    }

    /// Nil for answers of OCSP (RFC 6960 section 4.2.1): thousands a second, by keys that are
    /// good for nothing else.
    init?(of bytes: [UInt8], with key: KeyIdentifier) {
        guard let form = SignedForm(bytes) else {
            self.init(key: key, purpose: .other, serial: nil, digest: Self.digest(of: bytes))
            return
        }
        switch form {
        case .certificate(let serial):
            self.init(
                key: key, purpose: .certificate, serial: serial.hexadecimal,
                digest: Self.digest(of: bytes))
        case .revocationList:
            self.init(
                key: key, purpose: .revocationList, serial: nil, digest: Self.digest(of: bytes))
        case .request:
            self.init(key: key, purpose: .request, serial: nil, digest: Self.digest(of: bytes))
        case .statusAnswer: return nil
        }
    }

    package static func digest(of bytes: some Sequence<UInt8>) -> [UInt8] {
        Array(SHA256.hash(data: Array(bytes)))
    }

    /// What the signature of a certificate or list is over: the first element of its SEQUENCE.
    package static func digest(ofSigned der: [UInt8]) -> [UInt8]? {
        guard let outer = DERHeader(der[...]) else { return nil }
        let content = der[outer.contentStart...]
        guard let inner = DERHeader(content), inner.end <= der.endIndex else { return nil }
        return digest(of: der[outer.contentStart..<inner.end])
    }
}

/// What octets that are to be signed are, by how they begin: no two of these begin alike.
private enum SignedForm {
    /// TBSCertificate (RFC 5280 section 4.1): its version in brackets, 3.
    case certificate(serial: [UInt8])
    /// TBSCertList (section 5.1): its version bare, 2.
    case revocationList
    /// CertificationRequestInfo (RFC 2986 section 4.1): its version bare, 1.
    case request
    /// ResponseData (RFC 6960 section 4.2.1): a responder's name or key, by a tag of its own.
    case statusAnswer

    init?(_ bytes: [UInt8]) {
        guard let outer = DERHeader(bytes[...]), outer.tag == 0x30 else { return nil }
        let content = bytes[outer.contentStart...]
        if content.starts(with: [0xA0, 0x03, 0x02, 0x01, 0x02]) {
            guard let serial = DERHeader(content.dropFirst(5)), serial.tag == 0x02,
                serial.end <= bytes.endIndex
            else { return nil }
            self = .certificate(serial: Array(bytes[serial.contentStart..<serial.end]))
        } else if content.starts(with: [0x02, 0x01, 0x01, 0x30]) {
            self = .revocationList
        } else if content.starts(with: [0x02, 0x01, 0x00, 0x30]) {
            self = .request
        } else if let tag = content.first, tag == 0xA1 || tag == 0xA2 {
            self = .statusAnswer
        } else {
            return nil
        }
    }
}

/// Tag and length of an element (X.690 section 8.1).
private struct DERHeader {
    let tag: UInt8
    let contentStart: Int
    let end: Int

    init?(_ bytes: ArraySlice<UInt8>) {
        guard bytes.count >= 2 else { return nil }
        let start = bytes.startIndex
        tag = bytes[start]
        var length = Int(bytes[start + 1])
        var contentStart = start + 2
        if length >= 0x80 {
            let octets = length & 0x7F
            guard (1...4).contains(octets), bytes.count >= 2 + octets else { return nil }
            length = bytes[contentStart..<contentStart + octets].reduce(0) { $0 << 8 | Int($1) }
            contentStart += octets
        }
        self.contentStart = contentStart
        end = contentStart + length
    }
}
