import APIModels
import OrderCore
import Registration
import Web

struct ProductRoutes: Sendable {
    let desks: Desks

    func list(_ call: Call<NoBody>) async throws -> ProductList {
        let offer = try await desks.parties.offer(
            in: try call.query.id("container_id"), for: call.caller)
        return ProductList(
            products: offer.products.map { ProductDetails($0, offer, roster) })
    }

    func show(_ call: Call<NoBody>) async throws -> ProductDetails {
        guard let product = ProductCatalog.product(call.text("name_id")) else {
            throw Refusal.notFound(.product)
        }
        let offer = try await desks.parties.offer(
            in: try call.query.id("container_id"), for: call.caller)
        var details = ProductDetails(product, offer, roster)
        details.serverPlatforms = OrderCore.ServerPlatform.all.map(APIModels.ServerPlatform.init)
        details.licenseAgreement = ""
        return details
    }

    private var roster: IssuerRoster { desks.registry.authority.roster }
}

extension ProductDetails {
    /// What the limits of a container leave of a product.
    init(_ product: Product, _ offer: ProductOffer, _ roster: IssuerRoster) {
        let limit = offer.limit(on: product)
        let hashes = product.signatureHashes.left(by: limit?.hashes)
        let years = product.orderYears.left(by: limit?.orderYears)
        let issuers = limit?.issuerIDs.map { roster.standIn(for: $0) ?? $0 }
        self.init(
            groupName: product.group.rawValue, nameID: product.nameID, name: product.name,
            type: product.type, validationType: Open(product.validation.rawValue),
            validationName: product.validation.name,
            validationDescription: product.validation.description,
            allowedContainerIDs: offer.containers(for: product).map(\.wire),
            duplicatesAllowed: product.allowsDuplicates,
            allowedValidityYears: product.orderYears.left(by: limit?.certificateYears),
            allowedOrderValidityYears: years,
            multiYearOrderValidityYearsMax: years.last,
            signatureHashTypes: SignatureHashChoice(
                allowedHashTypes: hashes.map {
                    SignatureHash(id: $0, name: "SHA-" + $0.dropFirst(3))
                }, defaultHashTypeID: hashes.first ?? product.signatureHashes[0]),
            allowedCACertificates: roster.issuing
                .filter { issuers?.presence?.contains($0.id) ?? true }
                .map { AllowedCA(id: $0.id.description, name: $0.name) },
            additionalDNSNamesAllowed: product.takesDNSNames,
            increasedCompatibilityAllowed: false, customExpirationDateAllowed: true,
            customOrderExpirationDateAllowed: true, csrRequired: product.csrRequired,
            allowAutoRenew: product.allowsAutoRenewal && limit?.allowsAutoRenew ?? true,
            allowAutoReissue: product.allowsAutoReissue && limit?.allowsAutoReissue ?? true)
    }
}

extension Product {
    /// Whether orders name hosts beside, or instead of, a common name.
    fileprivate var takesDNSNames: Bool { names.allowsFurtherNames || family.isMark }
}

extension Array where Element: Equatable {
    /// A limit that names nothing leaves all.
    fileprivate func left(by limit: [Element]?) -> [Element] {
        guard let limit = limit?.presence else { return self }
        return filter(limit.contains)
    }
}

extension OrderedProduct {
    /// Products do not change while the program runs, and stand in every answer about an order.
    private static let all: [String: OrderedProduct] = Dictionary(
        uniqueKeysWithValues: ProductCatalog.all.map { ($0.nameID, OrderedProduct(described: $0)) })

    init(_ product: Product) {
        self = Self.all[product.nameID] ?? Self(described: product)
    }

    private init(described product: Product) {
        self.init(
            nameID: product.nameID, name: product.name, type: product.type,
            validationType: Open(product.validation.rawValue),
            validationName: product.validation.name,
            validationDescription: product.validation.description,
            csrRequired: product.csrRequired)
    }
}

extension APIModels.ServerPlatform {
    init(_ platform: OrderCore.ServerPlatform) {
        self.init(
            id: platform.id, name: platform.name, installURL: platform.installURL,
            csrURL: platform.csrURL)
    }
}
