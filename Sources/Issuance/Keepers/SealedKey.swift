import Crypto
import Foundation

/// One private key as it lies in a file: a header in clear, then AES-256-GCM over PKCS #8.
///
/// The header, all of which is authenticated with the key:
///
///     octets  0– 7  "CHNCYKEY"
///             8     version, 1
///             9     what sealed it: 1 passphrase, 2 key file
///            10     scrypt's N as a power of two; 0 with a key file
///            11–26  salt
///            27–42  check: tells a wrong secret from a damaged file
///            43–62  identifier of the key
///            63–74  nonce
///            75–82  the first octets of the SHA-256 of all before
struct SealedKey {
    static let version: UInt8 = 1
    static let saltOctets = 16
    static let fileOctetsMax = 16 * 1024

    private static let magic = Array("CHNCYKEY".utf8)
    private static let nonceOctets = 12
    private static let tagOctets = 16
    private static let checksumOctets = 8
    private static let headerOctets = 83

    let header: [UInt8]
    let ciphertext: [UInt8]

    var salt: [UInt8] { Array(header[11..<27]) }
    var costLog2: UInt8 { header[10] }
    var identifier: KeyIdentifier? { KeyIdentifier(octets: Array(header[43..<63])) }
    var octets: [UInt8] { header + ciphertext }

    private var check: [UInt8] { Array(header[27..<43]) }
    private var nonce: [UInt8] { Array(header[63..<75]) }

    /// Reads a file and sees whether the header is whole; the rest is seen when it is opened.
    init(_ file: [UInt8], path: String) throws(KeeperProblem) {
        guard file.count > Self.headerOctets + Self.tagOctets, file.starts(with: Self.magic) else {
            throw .damaged(path: path)
        }
        guard file[8] == Self.version else { throw .versionUnknown(file[8], path: path) }
        header = Array(file[..<Self.headerOctets])
        ciphertext = Array(file[Self.headerOctets...])
        let content = header.dropLast(Self.checksumOctets)
        let costs = header[9] == 1 ? ScryptCost.log2Min...ScryptCost.log2Max : 0...0
        guard header.suffix(Self.checksumOctets).elementsEqual(Self.checksum(content)),
            (1...2).contains(header[9]), costs.contains(header[10])
        else { throw .damaged(path: path) }
    }

    init(sealing key: PrivateKey, as secret: SealingSecret, under seal: Seal) throws {
        let nonce = AES.GCM.Nonce()
        let content =
            Self.magic + [Self.version, secret.form.octet, seal.costLog2] + seal.salt
            + seal.key.check + (try key.publicHalf().identifier.octets) + Array(nonce)
        header = content + Self.checksum(content)
        let box = try AES.GCM.seal(
            key.pkcs8, using: seal.key.cipherKey, nonce: nonce, authenticating: header)
        ciphertext = Array(box.ciphertext) + Array(box.tag)
    }

    /// What it was sealed under.
    var form: SecretForm { header[9] == SecretForm.passphrase.octet ? .passphrase : .keyFile }

    /// Whether that is the secret, as the header tells.
    func isSealed(with key: SealingKey) -> Bool { key.check == check }

    /// The private key, after the secret is seen to be the right one.
    func open(with key: SealingKey, path: String) throws(KeeperProblem) -> PrivateKey {
        guard isSealed(with: key) else { throw .secretWrong(path: path, under: form) }
        let content: Data
        do {
            let box = try AES.GCM.SealedBox(
                nonce: .init(data: nonce), ciphertext: ciphertext.dropLast(Self.tagOctets),
                tag: ciphertext.suffix(Self.tagOctets))
            content = try AES.GCM.open(box, using: key.cipherKey, authenticating: header)
        } catch {
            throw .damaged(path: path)
        }
        guard let opened = PrivateKey(pkcs8: content) else { throw .damaged(path: path) }
        return opened
    }

    private static func checksum(_ content: some Sequence<UInt8>) -> [UInt8] {
        Array(SHA256.hash(data: Array(content)).prefix(checksumOctets))
    }
}

/// A secret worked out for one salt; the files of a folder share it, so that it is done once.
struct Seal: Sendable {
    let salt: [UInt8]
    let costLog2: UInt8
    let key: SealingKey
}

extension SecretForm {
    fileprivate var octet: UInt8 {
        switch self {
        case .passphrase: 1
        case .keyFile: 2
        }
    }
}
