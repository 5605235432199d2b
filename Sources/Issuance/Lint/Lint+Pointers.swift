/// Where relying parties are sent.
extension Lint {
    static let ofPointers = [
        Lint("rfc5280_pointer_urls", "RFC 5280 sections 4.2.1.13, 4.2.2.1 and 8", about: .house) {
            one, _ in
            let urls = (one.values.lists ?? []) + (one.values.access ?? []).map(\.url)
            return urls.first { !isPlainURL($0) }.map { "\($0) is not a URL of plain HTTP." }
        },
        Lint("profile_pointers", "the profile's pointers", about: .house) { one, place in
            let wished = [
                (PointerMethod.ocsp, place.pointers.ocsp),
                (PointerMethod.issuer, place.pointers.certificate),
            ].compactMap { method, url in url.map { (method, $0) } }
            let own = one.values.access ?? []
            return (one.values.lists ?? []) == [place.pointers.crl].compactMap(\.self)
                && own.elementsEqual(wished) { $0.method == $1.0.octets[...] && $0.url == $1.1 }
                ? nil : "It does not point to where its issuer publishes."
        },
    ]

    /// `http://`, a host, and no character that would have to be escaped.
    static func isPlainURL(_ text: String) -> Bool {
        let scheme = "http://"
        return text.hasPrefix(scheme)
            && text.dropFirst(scheme.count).first.map { $0.isLetter || $0.isNumber || $0 == "[" }
                == true
            && text.utf8.allSatisfy {
                (0x21..<0x7F).contains($0) && !"\"<>\\^`{|}".utf8.contains($0)
            }
    }
}

private enum PointerMethod {
    static let ocsp: OID = [1, 3, 6, 1, 5, 5, 7, 48, 1]
    static let issuer: OID = [1, 3, 6, 1, 5, 5, 7, 48, 2]
}
