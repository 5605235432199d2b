/// The steps of a check of an organization.
public struct VerificationDetails: Codable, Equatable, Sendable {
    public var organizationType: Open<ValidationStatus>
    public var organizationStatus: Open<ValidationStatus>
    public var addressVerification: Open<ValidationStatus>
    public var fraudCheck: Open<ValidationStatus>
    public var requestAuthenticity: Open<ValidationStatus>

    public init(
        organizationType: Open<ValidationStatus>, organizationStatus: Open<ValidationStatus>,
        addressVerification: Open<ValidationStatus>, fraudCheck: Open<ValidationStatus>,
        requestAuthenticity: Open<ValidationStatus>
    ) {
        self.organizationType = organizationType
        self.organizationStatus = organizationStatus
        self.addressVerification = addressVerification
        self.fraudCheck = fraudCheck
        self.requestAuthenticity = requestAuthenticity
    }

    enum CodingKeys: String, CodingKey {
        case organizationType = "organization_type"
        case organizationStatus = "organization_status"
        case addressVerification = "address_verification"
        case fraudCheck = "blacklist_fraud"
        case requestAuthenticity = "request_authenticity"
    }
}
