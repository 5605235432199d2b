extension EndpointCatalog {
    static let certificates: [Operation] = [
        Endpoint.downloadCertificate.operation,
        Endpoint.downloadOrderInFormat.operation,
        Endpoint.downloadOrder.operation,
        Endpoint.downloadForPlatform.operation,
        Endpoint.downloadForChosenPlatform.operation,
        Endpoint.showChain.operation,
        Endpoint.listIntermediates.operation,
        Endpoint.revokeCertificate.operation,
        Endpoint.archiveCertificate.operation,
        Endpoint.restoreCertificate.operation,
        Endpoint.unarchiveCertificate.operation,
        Endpoint.mailCertificate.operation,
    ]
}

extension Endpoint where Body == NoBody, Answer == Download {
    public static var downloadCertificate: Self {
        Self(
            .get, "/certificate/{certificate_id}/download/format/{format_type}",
            "Download a certificate in a format")
    }

    public static var downloadOrderInFormat: Self {
        Self(
            .get, "/certificate/download/order/{order_id}/format/{format_type}",
            "Download an order's certificate in a format")
    }

    public static var downloadOrder: Self {
        Self(.get, "/certificate/download/order/{order_id}", "Download an order's certificate")
    }

    public static var downloadForPlatform: Self {
        Self(
            .get, "/certificate/{certificate_id}/download/platform",
            "Download a certificate for its platform")
    }

    public static var downloadForChosenPlatform: Self {
        Self(
            .get, "/certificate/{certificate_id}/download/platform/{platform_id}",
            "Download a certificate for a platform")
    }
}

extension Endpoint where Body == NoBody, Answer == CertificateChain {
    public static var showChain: Self {
        Self(.get, "/certificate/{certificate_id}/chain", "Show a certificate with its chain")
    }
}

extension Endpoint where Body == NoBody, Answer == IntermediateList {
    public static var listIntermediates: Self {
        Self(.get, "/certificate/intermediates", "List the issuing certificates")
    }
}

extension Endpoint where Body == RevokeCertificate, Answer == RequestReceipt {
    /// By id or serial number. Nothing is answered where the approval was skipped.
    public static var revokeCertificate: Self {
        Self(
            .put, "/certificate/{identifier}/revoke", "Revoke a certificate", success: 201,
            orEmpty: 204)
    }
}

extension Endpoint where Body == NoBody, Answer == NoAnswer {
    public static var archiveCertificate: Self {
        Self(.put, "/certificate/{certificate_id}/archive", "Archive a certificate", success: 204)
    }

    public static var restoreCertificate: Self {
        Self(
            .put, "/certificate/{certificate_id}/restore", "Restore an archived certificate",
            success: 204)
    }

    /// Another name for ``restoreCertificate``: clients know either.
    public static var unarchiveCertificate: Self {
        Self(
            .put, "/certificate/{certificate_id}/unarchive", "Unarchive a certificate", success: 204
        )
    }
}

extension Endpoint where Body == MailCertificate, Answer == NoAnswer {
    public static var mailCertificate: Self {
        Self(
            .put, "/certificate/{certificate_id}/sendemail", "Mail a certificate", success: 204)
    }
}
