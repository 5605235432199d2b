import DomainControl

extension Settings.Control {
    /// What looks for proofs, ready to be asked.
    func checker() throws -> any ControlChecker {
        let resolver = try AresResolver(nameservers: nameservers)
        return NetworkChecker(
            resolver: resolver,
            pages: WebPages(
                resolver: resolver, ports: WebPages.Ports(http: httpPort, https: httpsPort)),
            greeter: TLSGreeter(resolver: resolver, port: httpsPort), issuers: issuers)
    }
}
