extension EndpointCatalog {
    static let units: [Operation] = [
        Endpoint.createUnitOrder.operation,
        Endpoint.listUnitOrders.operation,
        Endpoint.showUnitOrder.operation,
        Endpoint.cancelUnitOrder.operation,
    ]
}

extension Endpoint where Body == CreateUnitOrder, Answer == CreationReceipt {
    public static var createUnitOrder: Self {
        Self(.post, "/units/order", "Give units to a subaccount", success: 201)
    }
}

extension Endpoint where Body == NoBody, Answer == UnitOrderList {
    public static var listUnitOrders: Self {
        Self(.get, "/units/order", "List the units given to subaccounts")
    }
}

extension Endpoint where Body == NoBody, Answer == UnitOrderDetails {
    public static var showUnitOrder: Self {
        Self(.get, "/units/order/{unit_order_id}", "Show units given to a subaccount")
    }
}

extension Endpoint where Body == NoBody, Answer == NoAnswer {
    public static var cancelUnitOrder: Self {
        Self(.put, "/units/order/{unit_order_id}/cancel", "Take units back", success: 204)
    }
}
