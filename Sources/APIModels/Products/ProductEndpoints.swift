extension EndpointCatalog {
    static let products: [Signature] = [
        Endpoint.listProducts.signature,
        Endpoint.showProduct.signature,
        Endpoint.showProductPricing.signature,
        Endpoint.showPlatformFormats.signature,
        Endpoint.showContainerLimits.signature,
    ]
}

extension Endpoint where Body == NoBody, Answer == ProductList {
    public static var listProducts: Self { Self(.get, "/product") }
}

extension Endpoint where Body == NoBody, Answer == ProductDetails {
    public static var showProduct: Self { Self(.get, "/product/{name_id}") }
}

extension Endpoint where Body == NoBody, Answer == ProductPricing {
    public static var showProductPricing: Self { Self(.get, "/product/pricing") }
}

extension Endpoint where Body == NoBody, Answer == PlatformFormats {
    public static var showPlatformFormats: Self {
        Self(.get, "/product/platform-certformat-mapping")
    }
}

extension Endpoint where Body == NoBody, Answer == ContainerLimits {
    public static var showContainerLimits: Self {
        Self(.get, "/container/{container_id}/product-limits")
    }
}
