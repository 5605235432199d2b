/// Certificates of other authorities.
public struct ReplaceableCertificates: Codable, Equatable, Sendable {
    public var certificates: [ReplaceableCertificate]

    public init(certificates: [ReplaceableCertificate]) {
        self.certificates = certificates
    }
}

/// A certificate of another authority.
public struct ReplaceableCertificate: Codable, Equatable, Sendable {
    public var serialNumber: String

    public init(serialNumber: String) {
        self.serialNumber = serialNumber
    }

    enum CodingKeys: String, CodingKey {
        case serialNumber = "serial_number"
    }
}
