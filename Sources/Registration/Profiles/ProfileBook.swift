package import Issuance
package import OrderCore

/// The profiles of an installation, and which product is issued by which.
///
/// Those that come with the program serve every product. An owner's file takes the products that it
/// names from them, and one with the name of a shipped one takes its place.
package struct ProfileBook: Sendable {
    /// In the order of their names.
    package let files: [ProfileFile]
    private let byProduct: [String: ProfileFile]

    package static let shipped: ProfileBook = {
        do {
            return try ProfileBook(own: [])
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    /// Refuses files that do not go together, or not with the products.
    package init(own: [ProfileFile]) throws(ProfileProblem) {
        let replaced = Set(own.map(\.name))
        let shipped = ShippedProfiles.all.filter { !replaced.contains($0.name) }
        var byProduct: [String: ProfileFile] = [:]
        for file in shipped + own {
            try file.checkVariants()
            for product in file.products {
                try file.checkFit(product)
                if let other = byProduct[product], other.path != nil {
                    throw file.problem(
                        about: product,
                        "has \(product), which \(other.path ?? other.name) has, too")
                }
                byProduct[product] = file
            }
        }
        if let orphan = ProductCatalog.all.first(where: { byProduct[$0.nameID] == nil })?.nameID {
            let gone = own.first { file in
                ShippedProfiles.named(file.name)?.products.contains(orphan) == true
            }
            throw ProfileProblem(
                file: gone?.path ?? orphan, member: "products",
                problem: "lacks \(orphan), which no other profile has")
        }
        files = (shipped + own).sorted { $0.name < $1.name }
        self.byProduct = byProduct
    }

    package func named(_ name: String) -> ProfileFile? { files.first { $0.name == name } }

    /// The profile of a product, before an order has chosen anything.
    package func profile(for product: Product) -> CertificateProfile { file(for: product).profile }

    /// The products that are issued by it, whichever its file names.
    package func products(of file: ProfileFile) -> [String] {
        ProductCatalog.all.map(\.nameID).filter { byProduct[$0]?.name == file.name }
    }

    /// The server's own certificate.
    var ofOwnServer: CertificateProfile {
        guard let file = named("own_server") else {
            preconditionFailure("it is shipped, and what replaces it has its name")
        }
        return file.profile
    }

    private func file(for product: Product) -> ProfileFile {
        guard let file = byProduct[product.nameID] else {
            preconditionFailure("every product has a profile, or there is no book")
        }
        return file
    }
}

extension ProfileBook {
    /// What a certificate of this product says of itself, as far as its order has a choice.
    package func profile(
        of content: Certificate.Content, for product: Product
    ) throws(Refusal) -> CertificateProfile {
        let file = file(for: product)
        switch product.family {
        case .tls: return try file.hosts(content.profileOption)
        case .client, .mailbox, .sponsoredMailbox, .organizationMailbox:
            return try file.mail(content.holder?.mailProfile, in: product.family)
                .narrowed(to: content.holder?.keyUse)
        case .documents:
            let uses = content.holder?.documentUses ?? []
            return file.profile.narrowed(to: content.holder?.keyUse ?? .signing)
                .serving(uses.map(\.purpose))
        case .codeSigning, .mark: return file.profile
        }
    }
}

extension ProfileFile {
    fileprivate func hosts(
        _ option: Certificate.ProfileOption?
    ) throws(Refusal) -> CertificateProfile {
        guard let option, option != .serverAuthOnly || variants[option.rawValue] != nil else {
            return profile
        }
        guard let variant = variants[option.rawValue] else {
            throw Refusal.invalid(
                "certificate.profile_option",
                "is \(option.rawValue), which the profile \(name) does not have")
        }
        return variant
    }

    /// The older client products know no generations of mail.
    fileprivate func mail(
        _ generation: Certificate.MailProfile?, in family: ProductFamily
    ) throws(Refusal) -> CertificateProfile {
        guard let generation, family != .client else { return profile }
        if let variant = variants[generation.rawValue] { return variant }
        guard generation == .strict else {
            throw Refusal.invalid(
                "certificate.profile_type",
                "is \(generation.rawValue), which the profile \(name) does not have")
        }
        return profile
    }
}

extension CertificateProfile {
    fileprivate func narrowed(to use: Certificate.KeyUse?) -> CertificateProfile {
        switch use {
        case .signing: narrowed(to: .signing)
        case .keyManagement: narrowed(to: .keyManagement)
        case .dual, nil: self
        }
    }
}

extension Certificate.DocumentUse {
    fileprivate var purpose: KeyPurpose {
        switch self {
        case .adobe: .adobeDocumentSigning
        case .microsoft: .microsoftDocumentSigning
        case .anyDocument: .documentSigning
        }
    }
}
