import Issuance
import OrderCore

/// What a profile's file has to do with products and their orders.
extension ProfileFile {
    /// The words by which orders choose a variant.
    private static let words =
        Certificate.ProfileOption.allCases.map(\.rawValue)
        + Certificate.MailProfile.allCases.map(\.rawValue)

    func checkVariants() throws(ProfileProblem) {
        guard let stray = variants.keys.sorted().first(where: { !Self.words.contains($0) }) else {
            return
        }
        throw problem(
            about: stray, member: "variants",
            "has \"\(stray)\"; one of \(Self.words.joined(separator: ", "))")
    }

    /// Refuses a product that there is not, or none of whose certificates the profile could make.
    func checkFit(_ nameID: String) throws(ProfileProblem) {
        guard let product = ProductCatalog.product(nameID) else {
            throw problem(about: nameID, "has \"\(nameID)\", which is no product")
        }
        for profile in [profile] + variants.values {
            if profile.needsLogotype != product.family.isMark {
                throw problem(
                    about: nameID,
                    product.family.isMark
                        ? "has \(nameID), for which extensions has to have logotype"
                        : "has \(nameID), whose orders bring no logo for extensions to show")
            }
            if let lack = Self.lack(of: profile, for: product) {
                throw problem(about: nameID, "has \(nameID), for which names.forms needs \(lack)")
            }
        }
    }

    private static func lack(of profile: CertificateProfile, for product: Product) -> String? {
        let forms = profile.names.forms
        if product.family.certifiesMailboxes, !forms.contains(.mailbox) { return "mailbox" }
        if product.family.isMark, !forms.contains(.host) { return "host" }
        guard product.family == .tls else { return nil }
        return switch product.names {
        case .single, .plain: forms.contains(.host) ? nil : "host"
        case .wildcard: forms.contains(.wildcard) ? nil : "wildcard"
        case .any: forms.isDisjoint(with: [.host, .wildcard]) ? "host or wildcard" : nil
        case .none: nil
        }
    }

    /// - Parameter word: what stands on the line that is meant.
    func problem(
        about word: String, member: String = "products", _ problem: String
    ) -> ProfileProblem {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = lines.firstIndex { line in
            line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { $0 == word }
        }
        return ProfileProblem(
            file: path ?? name, line: line.map { $0 + 1 }, member: member, problem: problem)
    }
}
