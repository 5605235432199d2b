import Foundation
import SwiftASN1
import X509

/// A key in a keeper in the shape the library signs with.
struct KeptSigningKey: CustomPrivateKey {
    let key: SubjectKey
    let publicKey: Certificate.PublicKey
    let keeper: any Keeper
    /// What has to let octets pass before they are signed: certificates are linted.
    private var gate: LintGate?

    /// Nil for keys that do not sign certificates.
    init?(_ key: SubjectKey, keeper: any Keeper) {
        guard Certificate.SignatureAlgorithm(key.kind.family, over: .sha256) != nil,
            let publicKey = try? key.publicKey()  // a key that does not parse signs nothing
        else { return nil }
        self.key = key
        self.publicKey = publicKey
        self.keeper = keeper
    }

    /// The same key behind a gate.
    func passing(_ gate: LintGate) -> KeptSigningKey {
        var key = self
        key.gate = gate
        return key
    }

    func algorithm(over hash: HashAlgorithm) throws -> Certificate.SignatureAlgorithm {
        guard let algorithm = Certificate.SignatureAlgorithm(key.kind.family, over: hash) else {
            throw IssuerProblem.keyUnsuitable(key.kind)
        }
        return algorithm
    }

    func signature(of octets: [UInt8], over hash: HashAlgorithm) async throws -> [UInt8] {
        try await keeper.sign(octets, with: key.identifier, over: hash)
    }

    func signAsynchronously(
        bytes: some DataProtocol & Sendable,
        signatureAlgorithm: Certificate.SignatureAlgorithm
    ) async throws -> Certificate.Signature {
        guard let hash = HashAlgorithm(signatureAlgorithm) else {
            throw IssuerProblem.keyUnsuitable(key.kind)
        }
        let octets = Array(bytes)
        try gate?.pass(octets, try signatureAlgorithm.octets)
        let signature = try await signature(of: octets, over: hash)
        return try Certificate.Signature(
            signatureAlgorithm: signatureAlgorithm,
            signatureBytes: ASN1BitString(bytes: signature[...]))
    }
}

/// What the library asks of private keys beyond that.
extension KeptSigningKey {
    static let defaultPEMDiscriminator = "KEPT KEY"

    var defaultSignatureAlgorithm: Certificate.SignatureAlgorithm {
        supportedSignatureAlgorithms[0]
    }

    var supportedSignatureAlgorithms: [Certificate.SignatureAlgorithm] {
        HashAlgorithm.allCases.compactMap { .init(key.kind.family, over: $0) }
    }

    func signSynchronously(
        bytes: some DataProtocol, signatureAlgorithm: Certificate.SignatureAlgorithm
    ) throws -> Certificate.Signature {
        throw KeptKeyMisuse.synchronousSignature
    }

    func serialize(into coder: inout DER.Serializer) throws {
        throw KeptKeyMisuse.serialization
    }

    static func == (one: KeptSigningKey, other: KeptSigningKey) -> Bool { one.key == other.key }

    func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// Our own mistake: a kept key signs asynchronously and is never written out.
private enum KeptKeyMisuse: Error {
    case synchronousSignature
    case serialization
}
