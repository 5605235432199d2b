/// A certificate that is known for a name of an order, and the logs that hold it.
public struct CTCertificate: Codable, Equatable, Sendable {
    public var serial: String
    public var logs: [CTLogEntry]
    /// By this CA, that is.
    public var digicertIssued: Bool
    public var notBefore: Timestamp
    public var notAfter: Timestamp
    public var commonName: String
    public var issuer: String

    public init(
        serial: String, logs: [CTLogEntry], digicertIssued: Bool, notBefore: Timestamp,
        notAfter: Timestamp, commonName: String, issuer: String
    ) {
        self.serial = serial
        self.logs = logs
        self.digicertIssued = digicertIssued
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.commonName = commonName
        self.issuer = issuer
    }

    enum CodingKeys: String, CodingKey {
        case serial
        case logs = "ctlogs"
        case digicertIssued = "digicert_issued"
        case notBefore = "not_before"
        case notAfter = "not_after"
        case commonName = "common_name"
        case issuer
    }
}
