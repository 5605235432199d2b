import APIModels
import OrderCore
import Registration
import Web

/// What products cost, who may order them, and in which files they come.
struct ProductPricingRoutes: Sendable {
    let desks: Desks

    func prices(_ call: Call<NoBody>) async throws -> ProductPricing {
        let (list, terms) = try await desks.finance.priceList(for: call.caller)
        return ProductPricing(
            standardPrices: ProductCatalog.all.map {
                ProductPrices($0, list, currency: terms.currency)
            })
    }

    func formats(_ call: Call<NoBody>) async throws -> PlatformFormats {
        PlatformFormats(platforms: OrderCore.ServerPlatform.all.map(PlatformFormat.init))
    }

    func limits(_ call: Call<NoBody>) async throws -> ContainerLimits {
        let file = try await desks.parties.limits(
            of: try call.id("container_id", of: .container), for: call.caller)
        return ContainerLimits(
            isLimited: !file.limits.isEmpty,
            limitedContainerIDs: file.limitedChildren.map(\.wire).presence,
            productLimits: file.limits.map(APIModels.ProductLimit.init).presence)
    }
}

extension ProductPrices {
    /// Products without prices are shown with those of nothing, for each of their years.
    init(_ product: Product, _ list: PriceList, currency: String) {
        let listed = list.prices(of: product)
        let free = product.orderYears.map {
            Price(product: product, years: $0, cost: .zero, name: .zero, wildcard: .zero)
        }
        let takesNames = product.names.allowsFurtherNames
        self.init(
            groupName: product.group.rawValue, nameID: product.nameID, name: product.name,
            prices: (listed.isEmpty ? free : listed).map { price in
                LifetimePrice(
                    lifetime: price.years, cost: price.cost.amount,
                    additionalNameCost: takesNames ? price.name.amount : nil,
                    additionalWildcardCost: takesNames ? price.wildcard.amount : nil,
                    // This list alone writes it small.
                    currency: currency.lowercased())
            })
    }
}

extension PlatformFormat {
    init(_ platform: OrderCore.ServerPlatform) {
        let format = DownloadFormat.fitting(platform)
        self.init(
            id: platform.id, name: platform.name, format: format.rawValue,
            contentType: format.contentType)
    }
}

extension APIModels.ProductLimit {
    init(_ limit: OrderCore.ProductLimit) {
        self.init(
            containerID: limit.containerID.wire, roleID: limit.role?.rawValue ?? 0,
            productNameID: limit.product.nameID, allowedHashes: limit.hashes.presence,
            allowedIntermediates: limit.issuerIDs.map(\.description).presence,
            allowedLifetimes: limit.certificateYears.map(String.init).presence,
            allowedOrderLifetimes: limit.orderYears.map(String.init).presence,
            allowAutoRenew: limit.allowsAutoRenew, allowAutoReissue: limit.allowsAutoReissue,
            allowedWildcards: limit.allowsWildcards)
    }
}
