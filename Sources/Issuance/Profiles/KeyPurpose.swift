/// An extended key usage (RFC 5280 section 4.2.1.12): one that has a word here, or any other by its
/// object identifier.
package struct KeyPurpose: Hashable, Sendable {
    package let oid: OID

    package init(_ oid: OID) {
        self.oid = oid
    }

    package static let serverAuth = KeyPurpose([1, 3, 6, 1, 5, 5, 7, 3, 1])
    package static let clientAuth = KeyPurpose([1, 3, 6, 1, 5, 5, 7, 3, 2])
    /// A Kerberos domain controller that takes smart cards (RFC 4556 section 3.2.4).
    package static let kerberosKDC = KeyPurpose([1, 3, 6, 1, 5, 2, 3, 5])
    package static let emailProtection = KeyPurpose([1, 3, 6, 1, 5, 5, 7, 3, 4])
    package static let codeSigning = KeyPurpose([1, 3, 6, 1, 5, 5, 7, 3, 3])
    /// Documents of every kind (RFC 9336).
    package static let documentSigning = KeyPurpose([1, 3, 6, 1, 5, 5, 7, 3, 36])
    package static let adobeDocumentSigning = KeyPurpose([1, 2, 840, 113583, 1, 1, 5])
    package static let microsoftDocumentSigning = KeyPurpose([1, 3, 6, 1, 4, 1, 311, 10, 3, 12])
    /// Logos beside mail: id-kp-BrandIndicatorforMessageIdentification.
    package static let brandIndicator = KeyPurpose([1, 3, 6, 1, 5, 5, 7, 3, 31])

    /// Every purpose at once, which no certificate of ours may serve.
    static let any = KeyPurpose([2, 5, 29, 37, 0])
    /// Answers about revocation, in an issuer's name: for the house alone.
    static let ocspSigning = KeyPurpose([1, 3, 6, 1, 5, 5, 7, 3, 9])

    /// Those that people may name by a word.
    package static let words: [(word: String, purpose: KeyPurpose)] = [
        ("serverAuth", .serverAuth), ("clientAuth", .clientAuth), ("kerberosKDC", .kerberosKDC),
        ("emailProtection", .emailProtection), ("codeSigning", .codeSigning),
        ("documentSigning", .documentSigning), ("adobeDocumentSigning", .adobeDocumentSigning),
        ("microsoftDocumentSigning", .microsoftDocumentSigning),
        ("brandIndicator", .brandIndicator),
    ]

    /// One of the words; nil for any other.
    package init?(word: String) {
        guard let known = Self.words.first(where: { $0.word == word }) else { return nil }
        self = known.purpose
    }

    var hasWord: Bool { Self.words.contains { $0.purpose == self } }

    /// The word, or else the numbers.
    package var name: String { Self.words.first { $0.purpose == self }?.word ?? oid.text }
}
