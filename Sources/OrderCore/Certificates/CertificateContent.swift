extension Certificate {
    /// What a client asked to have certified.
    package struct Content: Equatable, Sendable {
        package let commonName: String
        /// As sent, lower-cased and without repetitions; the common name only where the client
        /// repeated it.
        package let dnsNames: [String]
        package let organizationUnits: [String]
        /// PKCS#10 as PEM, or a public key as PEM. Absent until the key is there: not everybody has
        /// one when ordering.
        package let csr: String?
        package let keySizeBits: Int?
        package let signatureHash: String
        package let serverPlatformID: Int
        package let profileOption: ProfileOption?
        /// The issuing certificate that the client chose.
        package let issuerID: ID<CACertificate>?
        package let validity: OrderLength?
        /// Who is certified, where it is not hosts.
        package let holder: Holder?

        package init(
            commonName: String, dnsNames: [String], organizationUnits: [String], csr: String?,
            keySizeBits: Int?, signatureHash: String, serverPlatformID: Int,
            profileOption: ProfileOption?, issuerID: ID<CACertificate>?, validity: OrderLength?,
            holder: Holder? = nil
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
            self.holder = holder
        }

        /// Every host name once, the common name first where it is one.
        package var allNames: [String] {
            guard holder == nil else { return dnsNames }
            return [commonName] + dnsNames.filter { $0 != commonName }
        }

        /// The names as answers list them: the common name is among them where it is the only one.
        package var listedNames: [String] {
            dnsNames.isEmpty && holder == nil ? [commonName] : dnsNames
        }

        /// What the order is found by.
        package var searchedNames: [String] { allNames + (holder?.emails ?? []) }

        package var purchased: PurchasedNames { PurchasedNames(allNames.dropFirst()) }

        /// The same with its key.
        package func with(csr: String, keySizeBits: Int) -> Content {
            copy(csr: csr, keySizeBits: keySizeBits)
        }

        /// The same for a key that is still to come.
        package var withoutKey: Content { copy(csr: nil, keySizeBits: nil) }

        /// The same, named after an organization where it has no name of its own.
        package func named(after organization: String?) -> Content {
            guard commonName.isEmpty, let organization else { return self }
            return copy(commonName: organization, csr: csr, keySizeBits: keySizeBits)
        }

        /// The same for another holder.
        package func held(by holder: Holder) -> Content {
            copy(csr: csr, keySizeBits: keySizeBits, holder: holder)
        }

        /// The same for other hosts.
        package func naming(_ dnsNames: [String]) -> Content {
            copy(dnsNames: dnsNames, csr: csr, keySizeBits: keySizeBits)
        }

        private func copy(
            commonName: String? = nil, dnsNames: [String]? = nil, csr: String?, keySizeBits: Int?,
            holder: Holder? = nil
        ) -> Content {
            Content(
                commonName: commonName ?? self.commonName, dnsNames: dnsNames ?? self.dnsNames,
                organizationUnits: organizationUnits,
                csr: csr, keySizeBits: keySizeBits, signatureHash: signatureHash,
                serverPlatformID: serverPlatformID, profileOption: profileOption,
                issuerID: issuerID, validity: validity, holder: holder ?? self.holder)
        }
    }

    /// Which extended key usages a client asked for (contract: `profile_option`).
    package enum ProfileOption: String, CaseIterable, Sendable {
        case serverAuthOnly = "server_auth_only_eku"
        case serverAndClientAuth = "server_client_auth_eku"
        case kdcSmartCard = "kdc_smart_card"
        case signedExchange = "http_signed_exchange"
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

    package func adding(_ other: PurchasedNames) -> PurchasedNames {
        PurchasedNames(dns: dns + other.dns, wildcard: wildcard + other.wildcard)
    }

    package init(_ names: some Collection<String>) {
        wildcard = names.count { $0.hasPrefix("*.") }
        dns = names.count - wildcard
    }
}
