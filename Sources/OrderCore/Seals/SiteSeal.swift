/// The picture that a site shows beside its certificate, as its owner wants it.
package struct SiteSeal: Codable, Equatable, Sendable {
    package var size: Size
    package var design: Design
    package var hovers: Bool
    package var plays: Bool
    package var usesLogo: Bool
    package var showsMalwareScan: Bool
    package var showsCTLog: Bool
    package var showsPCIScan: Bool
    package var showsBlocklistCheck: Bool
    package var showsVerifiedCustomer: Bool

    package enum Size: String, CaseIterable, Codable, Sendable {
        case small = "s"
        case medium = "m"
        case large = "l"

        package var pixels: Int {
            switch self {
            case .small: 100
            case .medium: 140
            case .large: 180
            }
        }
    }

    /// By the numbers of the contract; 15 is no longer given out.
    package enum Design: Int, CaseIterable, Codable, Sendable {
        case geotrust = 16
        case thawte = 17
        case smart = 18
    }

    /// What a product begins with.
    package init(for product: Product) {
        size = .medium
        design =
            product.nameID.contains("geotrust")
            ? .geotrust : product.nameID.contains("thawte") ? .thawte : .smart
        hovers = true
        plays = true
        usesLogo = false
        showsMalwareScan = false
        showsCTLog = false
        showsPCIScan = false
        showsBlocklistCheck = false
        showsVerifiedCustomer = product.needsOrganization
    }
}

extension Product {
    /// Seals are for sites that anybody can reach.
    package var hasSiteSeal: Bool { family == .tls && !isPrivate && group != .grid }
}
