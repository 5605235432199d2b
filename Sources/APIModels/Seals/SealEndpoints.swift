extension EndpointCatalog {
    static let siteSeals: [Signature] = [
        Endpoint.showSiteSeal.signature,
        Endpoint.changeSiteSeal.signature,
        Endpoint.mailSiteSeal.signature,
        Endpoint.findReplaceable.signature,
    ]
}

extension Endpoint where Body == NoBody, Answer == SiteSealDetails {
    public static var showSiteSeal: Self { Self(.get, "/order/certificate/{order_id}/site-seal") }
}

extension Endpoint where Body == ChangeSiteSeal, Answer == NoAnswer {
    public static var changeSiteSeal: Self {
        Self(.put, "/order/certificate/{order_id}/site-seal", success: 204)
    }

    public static var mailSiteSeal: Self {
        Self(.post, "/order/certificate/{order_id}/site-seal/email-seal", success: 204)
    }
}

extension Endpoint where Body == FindReplaceable, Answer == ReplaceableCertificates {
    /// Reads and changes nothing, though it is a `POST`.
    public static var findReplaceable: Self {
        Self(.post, "/competitive-replacement/certificates")
    }
}
