import Issuance
import NIOSSL

/// A PKCS #12 file (RFC 7292) with a private key and certificates.
struct KeyBundle {
    let certificates: [SignedCertificate]
    let key: ImportedKey

    /// Nil for what is no PKCS #12.
    init?(_ octets: [UInt8], path: String, passphrase: String?) throws {
        guard Self.looksLikeBundle(octets) else { return nil }
        guard let passphrase else { throw AuthorityFileProblem.passphraseMissing(path) }
        // The library ends the process where one of them is missing.
        guard Self.holdsKey(octets), Self.holdsCertificate(octets) else {
            throw AuthorityFileProblem.bundleIncomplete(path)
        }
        let bundle: NIOSSLPKCS12Bundle
        do {
            bundle = try NIOSSLPKCS12Bundle(buffer: octets, passphrase: Array(passphrase.utf8))
        } catch {
            throw AuthorityFileProblem.passphraseWrong(path)
        }
        do {
            certificates = try bundle.certificateChain.map {
                try SignedCertificate(der: try $0.toDERBytes())
            }
        } catch {
            throw AuthorityFileProblem.unreadable(path)
        }
        key = try ImportedKey(der: try bundle.privateKey.derBytes)
    }

    /// SEQUENCE { INTEGER 3, … }: version 3 is the only one there is.
    private static func looksLikeBundle(_ octets: [UInt8]) -> Bool {
        guard octets.count > 8, octets[0] == 0x30 else { return false }
        let lengthOctets = octets[1] < 0x80 ? 0 : Int(octets[1] & 0x7F)
        return octets.dropFirst(2 + lengthOctets).starts(with: [0x02, 0x01, 0x03])
    }

    /// A key bag, which all programs write beside what they encrypt as a whole, in either form.
    private static func holdsKey(_ octets: [UInt8]) -> Bool {
        octets.contains(bag + [1]) || octets.contains(bag + [2])
    }

    /// A certificate bag, or something that is encrypted as a whole and may hold one.
    private static func holdsCertificate(_ octets: [UInt8]) -> Bool {
        octets.contains(bag + [3]) || octets.contains(encryptedData)
    }

    /// The identifiers as they are encoded: 1.2.840.113549.1.12.10.1 and what follows it, and
    /// 1.2.840.113549.1.7.6.
    private static let bag: [UInt8] = [
        0x06, 0x0B, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x0C, 0x0A, 0x01,
    ]
    private static let encryptedData: [UInt8] = [
        0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x06,
    ]
}
