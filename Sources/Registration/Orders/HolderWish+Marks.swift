import OrderCore

extension HolderWish {
    /// A logo for the mail of some domains. Its trademark can be told later, while the order waits;
    /// the names of a renewal follow from the order that it renews where it has none.
    static func mark(
        _ text: CertificateWish.Text, _ product: Product, _ family: ProductFamily.Mark,
        _ old: Certificate.Content?
    ) throws -> HolderWish {
        var holder = old?.holder ?? Certificate.Holder()
        let names = text.dnsNames.isEmpty ? (old?.dnsNames ?? []) : text.dnsNames
        guard !names.isEmpty || text.isRenewal else {
            throw Refusal.required("certificate.dns_names")
        }
        guard names.count <= NamePolicy.namesMax else {
            throw Refusal(NameProblem.tooMany(count: names.count, max: NamePolicy.namesMax))
        }
        if holder.mark == nil || !text.mark.isEmpty {
            holder.mark = try Mark(text.mark, family, replacing: holder.mark, path: "vmc")
        }
        let dnsNames = try names.map { name in
            let checked = try CertificateWish.name(name, "certificate.dns_names", product)
            guard !checked.hasPrefix("*.") else {
                throw Refusal(NameProblem.wildcardRefused(name: checked))
            }
            return checked
        }
        return HolderWish(commonName: "", dnsNames: dnsNames, holder: holder)
    }
}

extension Mark {
    static let textCharactersMax = 64
    static let citationCharactersMax = 255

    /// - Parameter path: of the member that holds the mark, for errors; empty at the body's root.
    init(
        _ text: CertificateWish.MarkText, _ family: ProductFamily.Mark, replacing old: Mark?,
        path: String
    ) throws {
        let prefix = path.isEmpty ? "" : path + "."
        let kind: Kind? = try HolderWish.word(text.kind, prefix + "mark_type")
        let allowed: [Kind] =
            family == .verified ? [.registered, .government] : [.priorUse, .modifiedRegistered]
        if let kind, !allowed.contains(kind) {
            throw Refusal.invalid(
                prefix + "mark_type",
                "is \(kind.rawValue), has to be one of "
                    + allowed.map(\.rawValue).joined(separator: ", "))
        }
        self = old ?? Mark(kind: Self.kind(text, family))
        if let kind { self.kind = kind }
        let data = prefix + "mark_type_data."
        func line(_ text: String?, _ member: String, _ max: Int = Self.textCharactersMax) throws
            -> String?
        {
            guard let text = text?.trimmingSpaces, !text.isEmpty else { return nil }
            guard text.count <= max, !text.contains(where: \.isNewline) else {
                throw Refusal.invalid(data + member, "is longer than one line of \(max) characters")
            }
            return text
        }
        if let code = try line(text.countryCode, "country_code")?.uppercased() {
            guard CountryCode.hasMarks(code) else {
                throw Refusal.invalid(
                    data + "country_code",
                    "is \(code.quoted), no code of two letters for a country or trademark office")
            }
            countryCode = code
        }
        registrationNumber =
            try line(text.registrationNumber, "registration_number") ?? registrationNumber
        citation = try line(text.citation, "citation", Self.citationCharactersMax) ?? citation
        stateOrProvince = try line(text.stateOrProvince, "state_province") ?? stateOrProvince
        locality = try line(text.locality, "locality") ?? locality
    }

    /// The kind that follows from what is told where none is named.
    private static func kind(
        _ text: CertificateWish.MarkText, _ family: ProductFamily.Mark
    ) -> Kind {
        switch family {
        case .verified: text.citation == nil ? .registered : .government
        case .common: text.registrationNumber == nil ? .priorUse : .modifiedRegistered
        }
    }
}
