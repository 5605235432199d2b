extension EndpointCatalog {
    static let siteSeals: [Operation] = [
        Endpoint.showSiteSeal.operation,
        Endpoint.changeSiteSeal.operation,
        Endpoint.mailSiteSeal.operation,
        Endpoint.findReplaceable.operation,
    ]
}

extension Endpoint where Body == NoBody, Answer == SiteSealDetails {
    public static var showSiteSeal: Self {
        Self(.get, "/order/certificate/{order_id}/site-seal", "Show the site seal of an order")
    }
}

extension Endpoint where Body == ChangeSiteSeal, Answer == NoAnswer {
    public static var changeSiteSeal: Self {
        Self(
            .put, "/order/certificate/{order_id}/site-seal", "Change the site seal of an order",
            success: 204)
    }

    public static var mailSiteSeal: Self {
        Self(
            .post, "/order/certificate/{order_id}/site-seal/email-seal",
            "Mail the code of an order's site seal", success: 204)
    }
}

extension Endpoint where Body == FindReplaceable, Answer == ReplaceableCertificates {
    /// Reads and changes nothing, though it is a `POST`.
    public static var findReplaceable: Self {
        Self(
            .post, "/competitive-replacement/certificates", "Find certificates of other authorities"
        )
    }
}
