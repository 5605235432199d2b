/// What helps to choose a product where the order names none.
public struct ProductHint: Codable, Equatable, Sendable {
    @LenientChoice public var typeHint: Open<SubmittedProductType>?

    public init(typeHint: Open<SubmittedProductType>? = nil) {
        self.typeHint = typeHint
    }

    enum CodingKeys: String, CodingKey {
        case typeHint = "type_hint"
    }
}
