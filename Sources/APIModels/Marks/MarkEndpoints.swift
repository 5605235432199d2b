extension EndpointCatalog {
    static let marks: [Operation] = [
        Endpoint.changeMark.operation,
        Endpoint.showLogo.operation,
        Endpoint.uploadLogo.operation,
        Endpoint.uploadEncodedLogo.operation,
    ]
}

extension Endpoint where Body == MarkToCertify, Answer == NoAnswer {
    public static var changeMark: Self {
        Self(.put, "/order/certificate/{order_id}/vmc", "Change the mark of an order", success: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == Download {
    /// SVG where it is accepted, else ``EncodedLogo``.
    public static var showLogo: Self {
        Self(.get, "/order/certificate/{order_id}/vmc/logo", "Show the logo of an order")
    }
}

extension Endpoint where Body == Upload, Answer == LogoReceipt {
    /// The body is the SVG.
    public static var uploadLogo: Self {
        Self(
            .post, "/order/certificate/{order_id}/vmc/logo", "Upload the logo of an order as SVG",
            success: 201)
    }
}

extension Endpoint where Body == EncodedLogo, Answer == LogoReceipt {
    public static var uploadEncodedLogo: Self {
        Self(
            .post, "/order/certificate/{order_id}/vmc/encoded-logo",
            "Upload the logo of an order in base64", success: 201)
    }
}
