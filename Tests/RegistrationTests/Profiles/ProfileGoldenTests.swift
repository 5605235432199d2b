import Foundation
import OrderCore
import Testing
import TestKit

@testable import Issuance
@testable import Registration

/// What the shipped profiles make of every product and of everything that orders may choose.
@Suite struct ProfileGoldenTests {
    @Test("the shipped profiles say for every product what they have always said")
    func golden() throws {
        var groups: [(text: String, products: [(name: String, choices: [String])])] = []
        for product in ProductCatalog.all {
            for (choice, content) in Self.contents(of: product) {
                let text = Self.text(of: try Self.profile(of: content, for: product))
                if !groups.contains(where: { $0.text == text }) { groups.append((text, [])) }
                let group = groups.firstIndex { $0.text == text }!
                let last = groups[group].products.count - 1
                if last >= 0, groups[group].products[last].name == product.nameID {
                    groups[group].products[last].choices.append(choice)
                } else {
                    groups[group].products.append((product.nameID, [choice]))
                }
            }
        }
        let lines = groups.flatMap { group in
            [group.text]
                + group.products.map { "    \($0.name) \($0.choices.joined(separator: " "))" } + [
                    ""
                ]
        }
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "profiles.txt")
        #expect(try Golden.compare(lines.joined(separator: "\n"), with: file) == .same)
    }

    private static func profile(
        of content: Certificate.Content, for product: Product
    ) throws -> CertificateProfile {
        try ProfileBook.shipped.profile(of: content, for: product)
    }

    private static func contents(
        of product: Product
    ) -> [(String, Certificate.Content)] {
        var contents = [("-", content(nil))]
        switch product.family {
        case .tls:
            contents += Certificate.ProfileOption.allCases.map { ($0.rawValue, content($0)) }
        case .client, .mailbox, .sponsoredMailbox, .organizationMailbox:
            for mailProfile in Certificate.MailProfile.allCases {
                for use in Certificate.KeyUse.allCases {
                    var holder = Certificate.Holder()
                    holder.mailProfile = mailProfile
                    holder.keyUse = use
                    contents.append(
                        ("\(mailProfile.rawValue),\(use.rawValue)", content(nil, holder)))
                }
            }
        case .documents:
            for use in Certificate.KeyUse.allCases {
                for uses in [[.adobe], [.anyDocument, .microsoft]] as [[Certificate.DocumentUse]] {
                    var holder = Certificate.Holder()
                    holder.keyUse = use
                    holder.documentUses = uses
                    let name = ([use.rawValue] + uses.map(\.rawValue)).joined(separator: ",")
                    contents.append((name, content(nil, holder)))
                }
            }
        case .codeSigning, .mark: break
        }
        return contents
    }

    private static func content(
        _ option: Certificate.ProfileOption?, _ holder: Certificate.Holder? = nil
    ) -> Certificate.Content {
        Certificate.Content(
            commonName: "", dnsNames: [], organizationUnits: [], csr: nil, keySizeBits: nil,
            signatureHash: "sha256", serverPlatformID: -1, profileOption: option, issuerID: nil,
            validity: nil, holder: holder)
    }

    private static func text(of profile: CertificateProfile) -> String {
        let families = KeyFamily.allCases.filter(profile.keyFamilies.contains)
        return [
            "keys "
                + families.map { family in
                    let use = KeyUse.words.filter { profile.keyUse.of(family).contains($0.use) }
                    return "\(family.rawValue)(\(use.map(\.word).joined(separator: "+")))"
                }.joined(separator: ","),
            "rsa \(profile.rsaBitsMin)",
            "for \(profile.purposes.map(\.name).joined(separator: ","))",
            "under \(profile.policies.map(\.oid.text).joined(separator: ","))",
            "names \(profile.names.forms.map(\.rawValue).sorted().joined(separator: ","))",
            profile.names.allowsInternal ? "internal" : "public",
            profile.names.listsCommonName ? "lists" : "does not list",
            "subject "
                + SubjectField.allCases.filter(profile.subject.allowed.contains).map(\.rawValue)
                .joined(separator: ","),
            "needs "
                + profile.subject.required.map { $0.map(\.rawValue).joined(separator: "|") }
                .joined(separator: ","),
            profile.needsLogotype ? "logotype" : "no logotype",
            profile.signsExchanges ? "signs exchanges" : "signs no exchanges",
        ].joined(separator: "\n")
    }
}
