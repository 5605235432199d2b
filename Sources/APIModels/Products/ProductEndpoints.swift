extension EndpointCatalog {
    static let products: [Operation] = [
        Endpoint.listProducts.operation,
        Endpoint.showProduct.operation,
        Endpoint.showProductPricing.operation,
        Endpoint.showPlatformFormats.operation,
        Endpoint.showContainerLimits.operation,
    ]
}

extension Endpoint where Body == NoBody, Answer == ProductList {
    public static var listProducts: Self { Self(.get, "/product", "List products") }
}

extension Endpoint where Body == NoBody, Answer == ProductDetails {
    public static var showProduct: Self { Self(.get, "/product/{name_id}", "Show a product") }
}

extension Endpoint where Body == NoBody, Answer == ProductPricing {
    public static var showProductPricing: Self {
        Self(.get, "/product/pricing", "Show the price list")
    }
}

extension Endpoint where Body == NoBody, Answer == PlatformFormats {
    public static var showPlatformFormats: Self {
        Self(
            .get, "/product/platform-certformat-mapping", "Show the format that each platform takes"
        )
    }
}

extension Endpoint where Body == NoBody, Answer == ContainerLimits {
    public static var showContainerLimits: Self {
        Self(
            .get, "/container/{container_id}/product-limits",
            "Show what a container's users may order")
    }
}
