extension RequestList: TableAnswer {
    /// The members of each request by their path.
    public var table: CSVTable {
        CSVTable(
            columns: [
                "id", "date", "type", "status", "requester.id", "requester.first_name",
                "requester.last_name", "requester.email", "processor.id",
                "processor.first_name", "processor.last_name", "processor.email",
                "order.id", "order.certificate.common_name", "order.organization.id",
                "order.organization.name", "order.container.id", "order.container.name",
                "order.product.name_id", "order.product.name", "order.product.type",
            ], rows: requests.map(\.row))
    }
}

extension RequestSummary {
    fileprivate var row: [String] {
        let people: [String] = [
            (requester?.id).text, requester?.firstName ?? "", requester?.lastName ?? "",
            requester?.email ?? "", (processor?.id).text, processor?.firstName ?? "",
            processor?.lastName ?? "", processor?.email ?? "",
        ]
        let ordered: [String] = [
            "\(order.id)", order.certificate?.commonName ?? "",
            (order.organization?.id).text, order.organization?.name ?? "",
            (order.container?.id).text, order.container?.name ?? "",
            order.product?.nameID ?? "", order.product?.name ?? "", order.product?.type ?? "",
        ]
        return ["\(id)", date.text, type.text, status.text] + people + ordered
    }
}
