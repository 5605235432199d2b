/// A new certificate in place of the one of an issued order.
public struct ReissueCertificate: Codable, Equatable, Sendable {
    @LenientObject public var certificate: RequestedCertificate?
    @LenientFlag public var skipApproval: Bool?
    @LenientText public var comments: String?
    @LenientChoice public var csProvisioningMethod: Open<ProvisioningMethod>?
    @LenientObject public var shippingAddress: ShippingAddress?
    @LenientChoice public var dcvMethod: Open<DCVMethod>?
    @LenientChoice public var certificateDCVScope: Open<DCVScope>?
    @LenientFlag public var storeReissueAsDuplicate: Bool?

    public init(
        certificate: RequestedCertificate? = nil, skipApproval: Bool? = nil,
        comments: String? = nil, csProvisioningMethod: Open<ProvisioningMethod>? = nil,
        shippingAddress: ShippingAddress? = nil, dcvMethod: Open<DCVMethod>? = nil,
        certificateDCVScope: Open<DCVScope>? = nil, storeReissueAsDuplicate: Bool? = nil
    ) {
        self.certificate = certificate
        self.skipApproval = skipApproval
        self.comments = comments
        self.csProvisioningMethod = csProvisioningMethod
        self.shippingAddress = shippingAddress
        self.dcvMethod = dcvMethod
        self.certificateDCVScope = certificateDCVScope
        self.storeReissueAsDuplicate = storeReissueAsDuplicate
    }

    enum CodingKeys: String, CodingKey {
        case certificate
        case skipApproval = "skip_approval"
        case comments
        case csProvisioningMethod = "cs_provisioning_method"
        case shippingAddress = "ship_info"
        case dcvMethod = "dcv_method"
        case certificateDCVScope = "certificate_dcv_scope"
        case storeReissueAsDuplicate = "store_reissue_as_duplicate"
    }
}
