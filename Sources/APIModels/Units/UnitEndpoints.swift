extension EndpointCatalog {
    static let units: [Signature] = [
        Endpoint.createUnitOrder.signature,
        Endpoint.listUnitOrders.signature,
        Endpoint.showUnitOrder.signature,
        Endpoint.cancelUnitOrder.signature,
    ]
}

extension Endpoint where Body == CreateUnitOrder, Answer == CreationReceipt {
    public static var createUnitOrder: Self { Self(.post, "/units/order", success: 201) }
}

extension Endpoint where Body == NoBody, Answer == UnitOrderList {
    public static var listUnitOrders: Self { Self(.get, "/units/order") }
}

extension Endpoint where Body == NoBody, Answer == UnitOrderDetails {
    public static var showUnitOrder: Self { Self(.get, "/units/order/{unit_order_id}") }
}

extension Endpoint where Body == NoBody, Answer == NoAnswer {
    public static var cancelUnitOrder: Self {
        Self(.put, "/units/order/{unit_order_id}/cancel", success: 204)
    }
}
