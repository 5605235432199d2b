/// The seal of an order's site.
public struct SiteSealDetails: Codable, Equatable, Sendable {
    public var orderID: Int
    public var productNameID: String
    public var sealHash: String
    public var sealSize: String
    public var sealNumber: Int
    public var sealHover: Bool
    public var sealAutoplay: Bool
    public var sealUseLogo: Bool
    public var displayMalwareScan: Bool
    public var displayCTLog: Bool
    public var displayPCIScan: Bool
    public var displayBlocklistCheck: Bool
    public var displayVerifiedCustomer: Bool
    public var eligibleMalwareScan: Bool
    public var eligibleCTLog: Bool
    public var eligibleBlocklistCheck: Bool
    public var eligiblePCIScan: Bool
    public var ctLogEnabled: Bool
    public var pciScanEnabled: Bool
    /// HTML for the page.
    public var sealCode: String

    public init(
        orderID: Int, productNameID: String, sealHash: String, sealSize: String, sealNumber: Int,
        sealHover: Bool, sealAutoplay: Bool, sealUseLogo: Bool, displayMalwareScan: Bool,
        displayCTLog: Bool, displayPCIScan: Bool, displayBlocklistCheck: Bool,
        displayVerifiedCustomer: Bool, eligibleMalwareScan: Bool, eligibleCTLog: Bool,
        eligibleBlocklistCheck: Bool, eligiblePCIScan: Bool, ctLogEnabled: Bool,
        pciScanEnabled: Bool, sealCode: String
    ) {
        self.orderID = orderID
        self.productNameID = productNameID
        self.sealHash = sealHash
        self.sealSize = sealSize
        self.sealNumber = sealNumber
        self.sealHover = sealHover
        self.sealAutoplay = sealAutoplay
        self.sealUseLogo = sealUseLogo
        self.displayMalwareScan = displayMalwareScan
        self.displayCTLog = displayCTLog
        self.displayPCIScan = displayPCIScan
        self.displayBlocklistCheck = displayBlocklistCheck
        self.displayVerifiedCustomer = displayVerifiedCustomer
        self.eligibleMalwareScan = eligibleMalwareScan
        self.eligibleCTLog = eligibleCTLog
        self.eligibleBlocklistCheck = eligibleBlocklistCheck
        self.eligiblePCIScan = eligiblePCIScan
        self.ctLogEnabled = ctLogEnabled
        self.pciScanEnabled = pciScanEnabled
        self.sealCode = sealCode
    }

    enum CodingKeys: String, CodingKey {
        case orderID = "order_id"
        case productNameID = "product_name_id"
        case sealHash = "seal_hash"
        case sealSize = "seal_size"
        case sealNumber = "seal_number"
        case sealHover = "seal_hover"
        case sealAutoplay = "seal_autoplay"
        case sealUseLogo = "seal_use_logo"
        case displayMalwareScan = "display_malware_scan"
        case displayCTLog = "display_ct_log"
        case displayPCIScan = "display_pci_scan"
        case displayBlocklistCheck = "display_blocklist_check"
        case displayVerifiedCustomer = "display_verified_customer"
        case eligibleMalwareScan = "eligible_malware_scan"
        case eligibleCTLog = "eligible_ct_log"
        case eligibleBlocklistCheck = "eligible_blocklist_check"
        case eligiblePCIScan = "eligible_pci_scan"
        case ctLogEnabled = "ct_log_enabled"
        case pciScanEnabled = "pci_scan_enabled"
        case sealCode = "seal_code"
    }
}
