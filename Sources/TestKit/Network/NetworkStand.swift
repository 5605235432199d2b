package import DomainControl

/// A small network of a test's own: names and pages, and what looks for proofs in them.
package struct NetworkStand: Sendable {
    package let dns: DNSStand
    package let web: WebStand
    package let checker: any ControlChecker

    /// - Parameters:
    ///   - tls: where hosts greet with a certificate; by default nowhere.
    ///   - issuers: by which names CAA records mean the authority.
    package init(tls: TLSStand? = nil, issuers: Set<String> = []) throws {
        dns = try DNSStand()
        web = try WebStand()
        let resolver = try AresResolver(nameservers: dns.address)
        checker = NetworkChecker(
            resolver: resolver,
            pages: WebPages(
                resolver: resolver, ports: WebPages.Ports(http: web.port, https: web.port)),
            greeter: TLSGreeter(resolver: resolver, port: tls?.port ?? web.port),
            issuers: issuers)
    }
}
