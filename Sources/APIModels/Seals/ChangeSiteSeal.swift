/// What the owner of an order changes about its seal. Where the seal is mailed, the size and the
/// number alone are read.
public struct ChangeSiteSeal: Codable, Equatable, Sendable {
    @LenientText public var sealSize: String?
    @LenientNumber public var sealNumber: Int?
    @LenientFlag public var sealHover: Bool?
    @LenientFlag public var sealAutoplay: Bool?
    @LenientFlag public var sealUseLogo: Bool?
    @LenientFlag public var displayMalwareScan: Bool?
    @LenientFlag public var displayCTLog: Bool?
    @LenientFlag public var displayPCIScan: Bool?
    @LenientFlag public var displayBlocklistCheck: Bool?
    @LenientFlag public var displayVerifiedCustomer: Bool?

    public init(
        sealSize: String? = nil,
        sealNumber: Int? = nil,
        sealHover: Bool? = nil,
        sealAutoplay: Bool? = nil,
        sealUseLogo: Bool? = nil,
        displayMalwareScan: Bool? = nil,
        displayCTLog: Bool? = nil,
        displayPCIScan: Bool? = nil,
        displayBlocklistCheck: Bool? = nil,
        displayVerifiedCustomer: Bool? = nil
    ) {
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
    }

    enum CodingKeys: String, CodingKey {
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
    }
}
