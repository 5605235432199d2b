extension EndpointCatalog {
    static let marks: [Signature] = [
        Endpoint.changeMark.signature,
        Endpoint.showLogo.signature,
        Endpoint.uploadLogo.signature,
        Endpoint.uploadEncodedLogo.signature,
    ]
}

extension Endpoint where Body == MarkToCertify, Answer == NoAnswer {
    public static var changeMark: Self {
        Self(.put, "/order/certificate/{order_id}/vmc", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == Download {
    /// SVG where it is accepted, else ``EncodedLogo``.
    public static var showLogo: Self { Self(.get, "/order/certificate/{order_id}/vmc/logo") }
}

extension Endpoint where Body == Upload, Answer == LogoReceipt {
    /// The body is the SVG.
    public static var uploadLogo: Self {
        Self(.post, "/order/certificate/{order_id}/vmc/logo", success: 201)
    }
}

extension Endpoint where Body == EncodedLogo, Answer == LogoReceipt {
    public static var uploadEncodedLogo: Self {
        Self(.post, "/order/certificate/{order_id}/vmc/encoded-logo", success: 201)
    }
}
