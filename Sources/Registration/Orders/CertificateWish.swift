import Issuance
package import OrderCore

/// A certificate as a client asked for it, read and checked against its product.
package struct CertificateWish: Sendable {
    /// The common name is empty where it will be the organization's.
    package let content: Certificate.Content
    /// Absent where the key is still to come, or where nobody needs it.
    let key: OfferedKey?

    package var hasKey: Bool { key != nil }

    /// Whether names are such that no public authority could certify them.
    package static func areInternal(_ names: [String]) -> Bool {
        names.contains { text in
            // What is no name at all is refused with its reason later.
            guard let name = try? SubjectAlternativeName(text.trimmingSpaces) else { return false }
            if case .ip = name { return true }
            return name.isInternal
        }
    }

    package static let organizationUnitsMax = 10
    package static let organizationUnitCharactersMax = 64
    package static let commonNameCharactersMax = 64

    /// - Parameter old: what a reissue replaces; what the client leaves out is taken from it, but
    ///   for the names of hosts.
    /// - Parameter bareKeys: whether a key may come without a CSR around it, where the product
    ///   takes such keys.
    package init(
        _ text: Text, product: Product, authority: CertificateAuthority,
        replacing old: Certificate.Content? = nil, bareKeys: BareKeys = .refused
    ) throws {
        let named =
            product.family == .tls
            ? try Self.hosts(text, product) : try HolderWish(text, product: product, replacing: old)
        guard named.commonName.count <= Self.commonNameCharactersMax else {
            throw Refusal.invalid(
                "certificate.common_name",
                "has \(named.commonName.count) characters, at most \(Self.commonNameCharactersMax)")
        }
        let csr = text.csr ?? (product.csrRequired ? nil : old?.csr)
        guard csr != nil || !product.csrRequired else { throw Refusal.required("certificate.csr") }
        // What was certified before has been taken as it is.
        let rule = text.csr == nil ? .taken : bareKeys.narrowed(to: product)
        let offered = try csr.map { try Self.key($0, bareKeys: rule, known: old?.csr) }
        key = offered
        content = Certificate.Content(
            commonName: named.commonName, dnsNames: named.dnsNames.withoutRepetitions,
            organizationUnits: try Self.units(text.organizationUnits),
            csr: csr.flatMap { offered?.kept(of: $0) },
            keySizeBits: key?.key.sizeBits,
            signatureHash: try Self.hash(text.signatureHash, product),
            serverPlatformID: text.serverPlatformID ?? ServerPlatform.other.id,
            profileOption: try Self.option(text.profileOption),
            issuerID: text.issuerID.map { ID(Int64($0)) },
            // A mark is certified for as long as it may be.
            validity: product.family.isMark ? nil : text.validity, holder: named.holder)
        if product.family == .tls {
            do {
                try product.names.check(content.allNames)
            } catch {
                throw Refusal(error)
            }
        }
        try authority.checkIssuer(of: content, for: product)
        if let key { try authority.checkKey(key.key, of: content, for: product) }
    }

    private static func hosts(_ text: Text, _ product: Product) throws -> HolderWish {
        guard let commonName = text.commonName else {
            throw Refusal.required("certificate.common_name")
        }
        // Before a CSR that is missing is asked for, as the original does.
        guard text.csr != nil else { throw Refusal.required("certificate.csr") }
        // What is said twice counts once.
        let count = Set(text.dnsNames).count
        guard count <= NamePolicy.namesMax else {
            throw Refusal(NameProblem.tooMany(count: count, max: NamePolicy.namesMax))
        }
        return HolderWish(
            commonName: try name(commonName, "certificate.common_name", product),
            dnsNames: try text.dnsNames.map { try name($0, "certificate.dns_names", product) },
            holder: nil)
    }

    static func name(_ text: String, _ path: String, _ product: Product) throws -> String {
        let name: SubjectAlternativeName
        do {
            name = try SubjectAlternativeName(text.trimmingSpaces)
        } catch {
            throw Refusal.invalid(path, "has \(text.quoted): \(error.phrase)")
        }
        if !product.isPrivate {
            if case .ip = name {
                throw Refusal.invalid(
                    path, "has \(text.quoted): the product secures no IP addresses")
            }
            if name.isInternal {
                throw Refusal.invalid(
                    path, "has \(text.quoted): the product secures no internal names")
            }
        }
        return name.text
    }

    private static func units(_ given: [String]) throws -> [String] {
        let units = given.filter { !$0.isEmpty }
        guard units.count <= organizationUnitsMax else {
            throw Refusal.invalid(
                "certificate.organization_units",
                "holds \(units.count) units, at most \(organizationUnitsMax)")
        }
        for unit in units
        where unit.count > organizationUnitCharactersMax || unit.contains(where: \.isNewline) {
            throw Refusal.invalid(
                "certificate.organization_units",
                "has \(unit.quoted), not one line of \(organizationUnitCharactersMax) characters"
            )
        }
        return units
    }

    private static func hash(_ hash: String?, _ product: Product) throws -> String {
        guard let hash else {
            // DV orders may leave it out; everyone else has always had to say it.
            if product.validation == .dv || product.family.isMark {
                return product.signatureHashes[0]
            }
            throw Refusal.required("certificate.signature_hash")
        }
        let known = hash.lowercased().replacing("-", with: "")
        guard product.signatureHashes.contains(known) else {
            throw Refusal.invalid(
                "certificate.signature_hash",
                "is \(hash.quoted), has to be one of "
                    + product.signatureHashes.joined(separator: ", "))
        }
        return known
    }

    private static func option(_ option: String?) throws -> Certificate.ProfileOption? {
        guard let option else { return nil }
        guard let known = Certificate.ProfileOption(rawValue: option.lowercased()) else {
            let all = Certificate.ProfileOption.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal.invalid(
                "certificate.profile_option", "is \(option.quoted), has to be one of \(all)")
        }
        return known
    }
}

extension [String] {
    var withoutRepetitions: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
