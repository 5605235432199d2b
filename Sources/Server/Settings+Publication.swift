import Configuration
package import Storage

extension Settings {
    /// What is set about the addresses that certificates and letters name.
    package struct Publication: Sendable {
        /// `publication.url`, without a slash at its end.
        package let chosenURL: String?
        /// What it is where nobody has chosen one.
        package let listenURL: String
        /// `pages.url`, likewise; by default it is the other one.
        package let pagesURL: String?
    }

    /// Who asks for the address.
    package enum Asker: Sendable {
        /// A server, whose address others go by from then on.
        case server
        case command
    }
}

extension Settings.Publication {
    init(_ reader: ConfigReader, listening address: ListenAddress) throws {
        listenURL = "http://\(address)"
        chosenURL = try reader.string(forKey: "publication.url").map(Self.plain)
        pagesURL = reader.string(forKey: "pages.url").map(Self.withoutSlash)
    }

    /// The address in effect: what is set; what was chosen before. Where nobody chose one, it
    /// follows the server, and commands follow what the last server had.
    package func address(
        for asker: Settings.Asker, kept: PublishedAddress?
    ) -> PublishedAddress {
        if let chosenURL { return PublishedAddress(url: chosenURL, isChosen: true) }
        if let kept, kept.isChosen || asker == .command { return kept }
        return PublishedAddress(url: listenURL, isChosen: false)
    }

    /// Relying parties fetch over plain HTTP (RFC 5280 section 8); the lints take nothing else.
    private static func plain(_ url: String) throws -> String {
        guard url.hasPrefix("http://") else {
            throw SettingsProblem(
                description: """
                    publication.url is "\(url)"; it begins with http://, since what certificates \
                    point to is fetched without TLS
                    """)
        }
        return withoutSlash(url)
    }

    private static func withoutSlash(_ url: String) -> String {
        url.hasSuffix("/") ? String(url.dropLast()) : url
    }
}

/// That what certificates point to is another address than before.
package struct AddressChange: Sendable {
    package let before: String
    package let now: String
}
