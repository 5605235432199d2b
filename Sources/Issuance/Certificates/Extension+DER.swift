import SwiftASN1
import X509

/// The extensions the library has no types for.
extension Certificate.Extension {
    /// CRLDistributionPoints with one point, full name, one URL (RFC 5280 section 4.2.1.13).
    static func distributionPoint(_ url: String) throws -> Certificate.Extension {
        let tag = ASN1Identifier(tagWithNumber: 0, tagClass: .contextSpecific)
        return try der([2, 5, 29, 31]) { point in
            try point.appendConstructedNode(identifier: .sequence) { fields in
                try fields.appendConstructedNode(identifier: tag) { name in
                    try name.appendConstructedNode(identifier: tag) { fullName in
                        try fullName.serialize(GeneralName.uniformResourceIdentifier(url))
                    }
                }
            }
        }
    }

    /// CertificatePolicies, with a qualifier where there is a practice statement to point to
    /// (RFC 5280 section 4.2.1.4).
    static func policies(_ policies: [CertificatePolicy]) throws -> Certificate.Extension {
        try der([2, 5, 29, 32]) { list in
            for policy in policies {
                try list.appendConstructedNode(identifier: .sequence) { information in
                    try information.serialize(policy.oid.asn1)
                    guard let url = policy.statementURL else { return }
                    try information.appendConstructedNode(identifier: .sequence) { qualifiers in
                        try qualifiers.appendConstructedNode(identifier: .sequence) { qualifier in
                            try qualifier.serialize(practiceStatement)
                            try qualifier.serialize(ASN1IA5String(url))
                        }
                    }
                }
            }
        }
    }

    /// id-qt-cps.
    private static let practiceStatement: ASN1ObjectIdentifier = [1, 3, 6, 1, 5, 5, 7, 2, 1]

    private static func der(
        _ oid: ASN1ObjectIdentifier, content: (inout DER.Serializer) throws -> Void
    ) throws -> Certificate.Extension {
        var serializer = DER.Serializer()
        try serializer.appendConstructedNode(identifier: .sequence, content)
        return Certificate.Extension(
            oid: oid, critical: false, value: serializer.serializedBytes[...])
    }
}
