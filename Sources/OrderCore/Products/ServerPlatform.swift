/// The software a certificate is meant for; decides the files of a platform download.
package struct ServerPlatform: Equatable, Sendable {
    package let id: Int
    package let name: String
    private let slug: String?

    private init(_ id: Int, _ name: String, _ slug: String? = nil) {
        self.id = id
        self.name = name
        self.slug = slug
    }

    package static let other = ServerPlatform(-1, "OTHER")
    /// Downloaded as one PEM bundle instead of an archive.
    package static let pemBundle = ServerPlatform(29, "PEM Bundle")

    package static let all: [ServerPlatform] = [
        other,
        ServerPlatform(2, "Apache", "apache"),
        ServerPlatform(14, "Microsoft IIS 5 or 6", "iis-5-6"),
        pemBundle,
        ServerPlatform(34, "Other"),
        ServerPlatform(40, "Microsoft IIS 7", "iis-7"),
        ServerPlatform(45, "nginx", "nginx"),
        ServerPlatform(57, "Other"),
        ServerPlatform(67, "Microsoft IIS 8", "iis-8"),
        ServerPlatform(68, "Microsoft Exchange Server 2013", "exchange-2013"),
    ]

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    /// An id that is not known is taken for ``other``: clients know more platforms than we do.
    package static func platform(_ id: Int) -> ServerPlatform { byID[id] ?? other }

    package var isMicrosoft: Bool { name.hasPrefix("Microsoft") }

    /// The addresses that answers have always carried; clients show them, nothing follows them.
    package var installURL: String {
        slug.map { "http://www.digicert.com/ssl-certificate-installation-\($0).htm" }
            ?? "http://www.digicert.com/SSL-certificate-installation.htm"
    }

    package var csrURL: String {
        slug.map { "http://www.digicert.com/csr-creation-\($0).htm" }
            ?? "http://www.digicert.com/csr-creation.htm"
    }
}
