/// Certificate Transparency: a precertificate is poisoned, a certificate may carry timestamps.
extension Lint {
    static let ofTransparency = [
        Lint("rfc6962_poison", "RFC 6962 section 3.1", about: .house) { one, _ in
            guard let poison = one[.poison] else { return nil }
            return poison.isCritical && poison.value == [DERWriter.Tag.null, 0]
                ? nil : "The poison of a precertificate is critical, and NULL."
        },
        Lint("rfc6962_timestamps", "RFC 6962 section 3.3", about: .house) { one, _ in
            guard let list = one[.timestamps] else { return nil }
            return isTimestampList(list.value) ? nil : "The list of timestamps cannot be read."
        },
        Lint("rfc6962_poison_or_timestamps", "RFC 6962 section 3.1", about: .house) { one, _ in
            one.has(.poison) && one.has(.timestamps)
                ? "It is a precertificate, and has timestamps." : nil
        },
    ]

    /// An OCTET STRING with a SignedCertificateTimestampList: lengths of two octets, one around
    /// all and one before each.
    private static func isTimestampList(_ value: ArraySlice<UInt8>) -> Bool {
        var reader = DERReader(Array(value))
        // What is no octet string is no list.
        guard let element = try? reader.read(DERWriter.Tag.octetString), reader.isAtEnd else {
            return false
        }
        var rest = reader.octets(element.content)
        guard let length = takeLength(&rest), length == rest.count, length > 0 else { return false }
        while !rest.isEmpty {
            guard let length = takeLength(&rest), (1...rest.count).contains(length) else {
                return false
            }
            rest = rest.dropFirst(length)
        }
        return true
    }

    private static func takeLength(_ octets: inout ArraySlice<UInt8>) -> Int? {
        guard octets.count > 2 else { return nil }
        defer { octets = octets.dropFirst(2) }
        return octets.prefix(2).reduce(0) { $0 << 8 | Int($1) }
    }
}
