import Issuance
package import OrderCore

/// A certificate as a client asked for it, read and checked against its product.
package struct CertificateWish: Sendable {
    package let content: Certificate.Content
    let request: SigningRequest

    /// What the client sent, as text.
    package struct Text: Sendable {
        package var commonName: String?
        package var dnsNames: [String] = []
        package var organizationUnits: [String] = []
        package var csr: String?
        package var signatureHash: String?
        package var serverPlatformID: Int?
        package var profileOption: String?
        package var issuerID: Int?
        package var validity: OrderLength?

        package init() {}
    }

    package static let organizationUnitsMax = 10
    package static let organizationUnitCharactersMax = 64
    package static let commonNameCharactersMax = 64

    package init(_ text: Text, product: Product, authority: CertificateAuthority) throws {
        guard let commonName = text.commonName else {
            throw Refusal.required("certificate.common_name")
        }
        guard let csr = text.csr else { throw Refusal.required("certificate.csr") }
        guard text.dnsNames.count <= NamePolicy.namesMax else {
            throw Refusal(NameProblem.tooMany(count: text.dnsNames.count, max: NamePolicy.namesMax))
        }
        let name = try Self.name(commonName, "certificate.common_name", product)
        guard name.count <= Self.commonNameCharactersMax else {
            throw Refusal.invalid(
                "certificate.common_name",
                "has \(name.count) characters, at most \(Self.commonNameCharactersMax)")
        }
        let dnsNames = try text.dnsNames.map { try Self.name($0, "certificate.dns_names", product) }
        request = try Self.request(csr)
        content = Certificate.Content(
            commonName: name, dnsNames: dnsNames.withoutRepetitions,
            organizationUnits: try Self.units(text.organizationUnits), csr: request.pem,
            keySizeBits: request.key.sizeBits,
            signatureHash: try Self.hash(text.signatureHash, product),
            serverPlatformID: text.serverPlatformID ?? ServerPlatform.other.id,
            profileOption: try Self.option(text.profileOption),
            issuerID: try Self.issuer(text.issuerID, authority), validity: text.validity)
        do {
            try product.names.check(content.allNames)
        } catch {
            throw Refusal(error)
        }
        try authority.checkKey(request.key, for: product)
    }

    private static func name(_ text: String, _ path: String, _ product: Product) throws -> String {
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

    private static func request(_ csr: String) throws -> SigningRequest {
        do {
            return try SigningRequest(csr)
        } catch {
            throw Refusal(error)
        }
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
            if product.validation == .dv { return product.signatureHashes[0] }
            throw Refusal.required("certificate.signature_hash")
        }
        let known = hash.lowercased().replacing("-", with: "")
        guard product.signatureHashes.contains(known) else {
            throw Refusal.invalid(
                "certificate.signature_hash",
                "is \(hash.quoted), one of \(product.signatureHashes.joined(separator: ", "))")
        }
        return known
    }

    private static func option(_ option: String?) throws -> Certificate.ProfileOption? {
        guard let option else { return nil }
        guard let known = Certificate.ProfileOption(rawValue: option.lowercased()) else {
            let all = Certificate.ProfileOption.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal.invalid(
                "certificate.profile_option", "is \(option.quoted), one of \(all)")
        }
        return known
    }

    private static func issuer(
        _ id: Int?, _ authority: CertificateAuthority
    ) throws -> ID<CACertificate>? {
        guard let id else { return nil }
        let issuerID = ID<CACertificate>(Int64(id))
        guard authority.issues(with: issuerID) else {
            throw Refusal.invalid(
                "certificate.ca_cert_id", "is \(id), which issues no certificates here")
        }
        return issuerID
    }
}

extension [String] {
    var withoutRepetitions: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
