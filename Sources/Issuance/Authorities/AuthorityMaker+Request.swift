import SwiftASN1
import X509

extension AuthorityMaker {
    /// A new key, and a request that another authority certify it (RFC 2986).
    ///
    /// It asks for what an authority needs; the one who signs decides.
    package func request(_ plan: AuthorityPlan) async throws -> SigningRequest {
        let key = try await keeper.make(plan.key)
        guard let signingKey = KeptSigningKey(key, keeper: keeper) else {
            throw IssuerProblem.keyUnsuitable(key.kind)
        }
        let extensions = try Certificate.Extensions {
            Critical(BasicConstraints.isCertificateAuthority(maxPathLength: plan.pathLength))
            Critical(KeyUsage(keyCertSign: true, cRLSign: true))
            SubjectKeyIdentifier(keyIdentifier: key.identifier.octets[...])
        }
        let request = try await CertificateSigningRequest(
            version: .v1, subject: plan.name.name, asyncPrivateKey: .init(signingKey),
            attributes: .init([.init(ExtensionRequest(extensions: extensions))]),
            signatureAlgorithm: try signingKey.algorithm(over: key.kind.signatureHash))
        var serializer = DER.Serializer()
        try serializer.serialize(request)
        return try SigningRequest(der: serializer.serializedBytes)
    }
}
