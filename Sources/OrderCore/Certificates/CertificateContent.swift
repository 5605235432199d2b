extension Certificate {
    /// What a client asked to have certified.
    package struct Content: Equatable, Sendable {
        package let commonName: String
        /// As sent, lower-cased and without repetitions; the common name only where the client
        /// repeated it.
        package let dnsNames: [String]
        package let organizationUnits: [String]
        /// PKCS#10 as PEM.
        package let csr: String
        package let keySizeBits: Int
        package let signatureHash: String
        package let serverPlatformID: Int
        package let profileOption: ProfileOption?
        /// The issuing certificate that the client chose.
        package let issuerID: ID<CACertificate>?
        package let validity: OrderLength?

        package init(
            commonName: String, dnsNames: [String], organizationUnits: [String], csr: String,
            keySizeBits: Int, signatureHash: String, serverPlatformID: Int,
            profileOption: ProfileOption?, issuerID: ID<CACertificate>?, validity: OrderLength?
        ) {
            self.commonName = commonName
            self.dnsNames = dnsNames
            self.organizationUnits = organizationUnits
            self.csr = csr
            self.keySizeBits = keySizeBits
            self.signatureHash = signatureHash
            self.serverPlatformID = serverPlatformID
            self.profileOption = profileOption
            self.issuerID = issuerID
            self.validity = validity
        }

        /// Every name once, the common name first: the subject alternative names.
        package var allNames: [String] {
            [commonName] + dnsNames.filter { $0 != commonName }
        }

        package var purchased: PurchasedNames { PurchasedNames(allNames.dropFirst()) }
    }

    /// Which extended key usages a client asked for (contract: `profile_option`).
    package enum ProfileOption: String, CaseIterable, Sendable {
        case serverAuthOnly = "server_auth_only_eku"
        case serverAndClientAuth = "server_client_auth_eku"
        case kdcSmartCard = "kdc_smart_card"
    }
}

/// The names beyond the first, counted as the contract bills them.
package struct PurchasedNames: Equatable, Sendable {
    package let dns: Int
    package let wildcard: Int

    package init(dns: Int, wildcard: Int) {
        self.dns = dns
        self.wildcard = wildcard
    }

    package init(_ names: some Collection<String>) {
        wildcard = names.count { $0.hasPrefix("*.") }
        dns = names.count - wildcard
    }
}
