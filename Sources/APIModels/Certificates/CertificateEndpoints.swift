extension EndpointCatalog {
    static let certificates: [Signature] = [
        Endpoint.downloadCertificate.signature,
        Endpoint.downloadOrderInFormat.signature,
        Endpoint.downloadOrder.signature,
        Endpoint.downloadForPlatform.signature,
        Endpoint.downloadForChosenPlatform.signature,
        Endpoint.showChain.signature,
        Endpoint.listIntermediates.signature,
        Endpoint.revokeCertificate.signature,
        Endpoint.archiveCertificate.signature,
        Endpoint.restoreCertificate.signature,
        Endpoint.unarchiveCertificate.signature,
    ]
}

extension Endpoint where Body == NoBody, Answer == Download {
    public static var downloadCertificate: Self {
        Self(.get, "/certificate/{certificate_id}/download/format/{format_type}")
    }

    public static var downloadOrderInFormat: Self {
        Self(.get, "/certificate/download/order/{order_id}/format/{format_type}")
    }

    public static var downloadOrder: Self { Self(.get, "/certificate/download/order/{order_id}") }

    public static var downloadForPlatform: Self {
        Self(.get, "/certificate/{certificate_id}/download/platform")
    }

    public static var downloadForChosenPlatform: Self {
        Self(.get, "/certificate/{certificate_id}/download/platform/{platform_id}")
    }
}

extension Endpoint where Body == NoBody, Answer == CertificateChain {
    public static var showChain: Self { Self(.get, "/certificate/{certificate_id}/chain") }
}

extension Endpoint where Body == NoBody, Answer == IntermediateList {
    public static var listIntermediates: Self { Self(.get, "/certificate/intermediates") }
}

extension Endpoint where Body == RevokeCertificate, Answer == RequestReceipt {
    /// By id or serial number. Nothing is answered where the approval was skipped.
    public static var revokeCertificate: Self {
        Self(.put, "/certificate/{identifier}/revoke", success: 201, orEmpty: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == NoAnswer {
    public static var archiveCertificate: Self {
        Self(.put, "/certificate/{certificate_id}/archive", success: 204)
    }

    public static var restoreCertificate: Self {
        Self(.put, "/certificate/{certificate_id}/restore", success: 204)
    }

    /// Another name for ``restoreCertificate``: clients know either.
    public static var unarchiveCertificate: Self {
        Self(.put, "/certificate/{certificate_id}/unarchive", success: 204)
    }
}
