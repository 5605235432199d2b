import Foundation
import SwiftASN1
import X509

extension DistinguishedName {
    /// The last, most specific common name, in whatever string type it was written.
    var commonName: String? { last(.NameAttributes.commonName) }

    /// The last organization, in whatever string type it was written.
    var organization: String? { last(.NameAttributes.organizationName) }

    /// The last country.
    var country: String? { last(.NameAttributes.countryName) }

    private func last(_ type: ASN1ObjectIdentifier) -> String? {
        let values = lazy.flatMap(\.self).filter { $0.type == type }
        return values.reversed().first.flatMap { $0.value.text }
    }
}

extension RelativeDistinguishedName.Attribute.Value {
    /// The value as text. Old clients write TeletexString, in truth Latin-1, and BMPString.
    fileprivate var text: String? {
        if let text = String(self) { return text }
        var serializer = DER.Serializer()
        // A value that is not well-formed has no text.
        guard (try? serializer.serialize(ASN1Any(self))) != nil,
            let node = try? DER.parse(serializer.serializedBytes),  // nor has this
            case .primitive(let content) = node.content
        else { return nil }
        switch node.identifier {
        case .teletexString:
            return String(bytes: content, encoding: .isoLatin1)
        case .bmpString:
            return String(bytes: content, encoding: .utf16BigEndian)
        default:
            return nil
        }
    }
}
