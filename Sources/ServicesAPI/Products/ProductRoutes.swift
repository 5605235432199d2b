import APIModels
import OrderCore
import Registration
import Web

struct ProductRoutes: Sendable {
    let desks: Desks

    func list(_ call: Call<NoBody>) async throws -> ProductList {
        let choices = try await choices(call)
        return ProductList(
            products: try await desks.parties.orderable(
                in: try call.query.id("container_id"), for: call.caller
            ).map { ProductDetails($0, choices) })
    }

    func show(_ call: Call<NoBody>) async throws -> ProductDetails {
        guard let product = ProductCatalog.product(call.text("name_id")) else {
            throw Refusal.notFound(.product)
        }
        if let container: ID<Container> = try call.query.id("container_id") {
            _ = try await desks.parties.orderable(in: container, for: call.caller)
        }
        var details = ProductDetails(product, try await choices(call))
        details.serverPlatforms = OrderCore.ServerPlatform.all.map(APIModels.ServerPlatform.init)
        details.licenseAgreement = ""
        return details
    }

    private func choices(_ call: Call<NoBody>) async throws -> ProductChoices {
        let containers = try await desks.parties.containers(for: call.caller)
        let issuing = desks.registry.authority.roster.issuing
        return ProductChoices(
            containerIDs: containers.filter(\.isActive).map(\.id.wire),
            issuers: issuing.map { AllowedCA(id: $0.id.description, name: $0.name) })
    }
}

/// What an installation offers with every product.
struct ProductChoices: Sendable {
    let containerIDs: [Int]
    let issuers: [AllowedCA]
}

extension ProductDetails {
    init(_ product: Product, _ choices: ProductChoices) {
        let hashes = product.signatureHashes.map {
            SignatureHash(id: $0, name: "SHA-" + $0.dropFirst(3))
        }
        self.init(
            groupName: product.group.rawValue, nameID: product.nameID, name: product.name,
            type: product.type, validationType: Open(product.validation.rawValue),
            validationName: product.validation.name,
            validationDescription: product.validation.description,
            allowedContainerIDs: choices.containerIDs,
            duplicatesAllowed: product.allowsDuplicates,
            allowedValidityYears: product.orderYears,
            allowedOrderValidityYears: product.orderYears,
            multiYearOrderValidityYearsMax: product.orderYears.last,
            signatureHashTypes: SignatureHashChoice(
                allowedHashTypes: hashes, defaultHashTypeID: product.signatureHashes[0]),
            allowedCACertificates: choices.issuers,
            additionalDNSNamesAllowed: product.names.allowsFurtherNames,
            increasedCompatibilityAllowed: false, customExpirationDateAllowed: true,
            customOrderExpirationDateAllowed: true, csrRequired: product.csrRequired,
            allowAutoRenew: true, allowAutoReissue: true)
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
