/// The certificates that are known for the names of an order.
public struct CTCertificateList: Codable, Equatable, Sendable {
    public var certificates: [CTCertificate]
    public var page: Page

    public init(certificates: [CTCertificate], page: Page) {
        self.certificates = certificates
        self.page = page
    }

    enum CodingKeys: String, CodingKey {
        case certificates = "ct_certificates"
        case page
    }
}
