/// Where and when a log took a certificate in.
public struct CTLogEntry: Codable, Equatable, Sendable {
    public var loggedOn: Timestamp
    /// Where the log tells it.
    public var entryNumber: String?
    public var logName: String
    /// Of logs that are configured, as is the URL.
    public var operatedBy: String?
    public var logURL: String?

    public init(
        loggedOn: Timestamp, entryNumber: String? = nil, logName: String,
        operatedBy: String? = nil, logURL: String? = nil
    ) {
        self.loggedOn = loggedOn
        self.entryNumber = entryNumber
        self.logName = logName
        self.operatedBy = operatedBy
        self.logURL = logURL
    }

    enum CodingKeys: String, CodingKey {
        case loggedOn = "logged_on"
        case entryNumber = "entry_no"
        case logName = "log_name"
        case operatedBy = "operated_by"
        case logURL = "log_url"
    }
}
