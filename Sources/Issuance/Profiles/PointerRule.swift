/// Which of its issuer's addresses a certificate carries.
package struct PointerRule: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let crl = PointerRule(rawValue: 1 << 0)
    package static let ocsp = PointerRule(rawValue: 1 << 1)
    package static let issuer = PointerRule(rawValue: 1 << 2)
    package static let all: PointerRule = [.crl, .ocsp, .issuer]

    package static let words: [(word: String, pointer: PointerRule)] = [
        ("crl", .crl), ("ocsp", .ocsp), ("issuer", .issuer),
    ]
}

extension AuthorityPointers {
    /// Those that a profile shows.
    func shown(by rule: PointerRule) -> AuthorityPointers {
        AuthorityPointers(
            crl: rule.contains(.crl) ? crl : nil, ocsp: rule.contains(.ocsp) ? ocsp : nil,
            certificate: rule.contains(.issuer) ? certificate : nil)
    }
}
