extension EndpointCatalog {
    static let ctMonitoring: [Operation] = [
        Endpoint.showCTMonitorStatus.operation,
        Endpoint.listCTCertificates.operation,
        Endpoint.showCTCertificate.operation,
    ]
}

extension Endpoint where Body == NoBody, Answer == CTMonitorStatus {
    public static var showCTMonitorStatus: Self {
        Self(.get, "/ctmonitor/{order_id}/status", "Show whether an order's names are watched")
    }
}

extension Endpoint where Body == NoBody, Answer == CTCertificateList {
    public static var listCTCertificates: Self {
        Self(
            .get, "/ctmonitor/{order_id}/details",
            "List the certificates known for an order's names")
    }
}

extension Endpoint where Body == NoBody, Answer == CTCertificateFile {
    public static var showCTCertificate: Self {
        Self(
            .get, "/ctmonitor/{order_id}/ct-cert/{serial}",
            "Show one of the certificates known for an order's names")
    }
}
