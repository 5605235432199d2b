/// Until when control counts as shown.
///
/// Days, or times where the query asks for times.
public struct DCVExpiration: Codable, Equatable, Sendable {
    public var ov: String?
    public var ev: String?
    public var ovShortened: String?
    public var ovStatus: String?
    public var evStatus: String?
    public var dcvApprovalDate: String?

    public init(
        ov: String? = nil, ev: String? = nil, ovShortened: String? = nil, ovStatus: String? = nil,
        evStatus: String? = nil, dcvApprovalDate: String? = nil
    ) {
        self.ov = ov
        self.ev = ev
        self.ovShortened = ovShortened
        self.ovStatus = ovStatus
        self.evStatus = evStatus
        self.dcvApprovalDate = dcvApprovalDate
    }

    enum CodingKeys: String, CodingKey {
        case ov, ev
        case ovShortened = "ov_shortened"
        case ovStatus = "ov_status"
        case evStatus = "ev_status"
        case dcvApprovalDate = "dcv_approval_date"
    }
}
