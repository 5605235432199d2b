extension EndpointCatalog {
    static let ctMonitoring: [Signature] = [
        Endpoint.showCTMonitorStatus.signature,
        Endpoint.listCTCertificates.signature,
        Endpoint.showCTCertificate.signature,
    ]
}

extension Endpoint where Body == NoBody, Answer == CTMonitorStatus {
    public static var showCTMonitorStatus: Self { Self(.get, "/ctmonitor/{order_id}/status") }
}

extension Endpoint where Body == NoBody, Answer == CTCertificateList {
    public static var listCTCertificates: Self { Self(.get, "/ctmonitor/{order_id}/details") }
}

extension Endpoint where Body == NoBody, Answer == CTCertificateFile {
    public static var showCTCertificate: Self {
        Self(.get, "/ctmonitor/{order_id}/ct-cert/{serial}")
    }
}
