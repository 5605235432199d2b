import SwiftASN1
import X509

extension CertificateDraft {
    /// The extensions of an end-entity certificate (RFC 5280 section 4.2; Baseline Requirements
    /// section 7.1.2.7.6), below an authority that calls its key `issuerKey`.
    func extensions(
        issuerKey: [UInt8], pointers: AuthorityPointers
    ) throws -> Certificate.Extensions {
        let purposes = try ExtendedKeyUsage(profile.purposes.map { .init(oid: $0.oid.asn1) })
        var extensions = try Certificate.Extensions {
            AuthorityKeyIdentifier(keyIdentifier: issuerKey[...])
            SubjectKeyIdentifier(keyIdentifier: holder.key.identifier.octets[...])
            Critical(KeyUsage(profile.keyUse, for: holder.key.kind.family))
            purposes
            Critical(BasicConstraints.notCertificateAuthority)
        }
        // Critical where it is all that names the subject (RFC 5280 section 4.2.1.6).
        if !holder.names.isEmpty {
            let names = SubjectAlternativeNames(holder.names.map(\.generalName))
            try extensions.append(.init(names, critical: holder.subject.isEmpty))
        }
        if !profile.policies.isEmpty {
            try extensions.append(.policies(profile.policies))
        }
        for pointer in try pointers.extensions() {
            try extensions.append(pointer)
        }
        if profile.signsExchanges { try extensions.append(.signsExchanges) }
        if let logotype = holder.logotype { try extensions.append(.logotype(logotype)) }
        return extensions
    }
}

extension SubjectAlternativeName {
    fileprivate var generalName: GeneralName {
        switch self {
        case .dns(let name): .dnsName(name.ascii)
        case .mailbox(let mailbox): .rfc822Name(mailbox.text)
        case .ip(let address): .ipAddress(ASN1OctetString(contentBytes: address.octets[...]))
        }
    }
}
