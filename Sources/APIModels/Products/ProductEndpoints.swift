extension EndpointCatalog {
    static let products: [Signature] = [
        Endpoint.listProducts.signature,
        Endpoint.showProduct.signature,
    ]
}

extension Endpoint where Body == NoBody, Answer == ProductList {
    public static var listProducts: Self { Self(.get, "/product") }
}

extension Endpoint where Body == NoBody, Answer == ProductDetails {
    public static var showProduct: Self { Self(.get, "/product/{name_id}") }
}
