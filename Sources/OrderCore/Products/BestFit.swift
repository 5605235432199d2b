extension ProductCatalog {
    /// The product for an order that names none: of those that certify these names, the first.
    ///
    /// - Parameters:
    ///   - names: the common name first, as they were sent.
    ///   - allowed: whether the account may order a product.
    package static func bestFit(
        names: [String], hint: ValidationType, allowed: (Product) -> Bool = { _ in true }
    ) -> Product? {
        let names = names.map { $0.lowercased() }
        let hasWildcard = names.contains { $0.hasPrefix("*.") }
        let candidates =
            preferred(hint, hasWildcard: hasWildcard)
            .compactMap { nameID in all.first { $0.nameID == nameID } }
            + all.filter { $0.validation == hint && $0.family == .tls }
        return candidates.first { candidate in
            allowed(candidate) && (names.isEmpty || candidate.names.takes(names))
        }
    }

    /// The products with the fewest rules come first.
    private static func preferred(_ hint: ValidationType, hasWildcard: Bool) -> [String] {
        switch hint {
        case .dv: ["ssl_dv_geotrust_flex", "cloud_dv_geotrust"]
        case .ov: hasWildcard ? ["ssl_securesite_flex", "ssl_cloud_wildcard"] : ["ssl_basic"]
        case .ev: ["ssl_ev_basic"]
        case .privateSSL: ["private_ssl_flex"]
        default: []
        }
    }
}

extension NamePolicy {
    /// Whether ``check(_:)`` has nothing against the names, but that they are too many: that is no
    /// question of the product.
    fileprivate func takes(_ names: [String]) -> Bool {
        do {
            try check(names)
            return true
        } catch {
            if case .tooMany = error { return true }
            return false
        }
    }
}
