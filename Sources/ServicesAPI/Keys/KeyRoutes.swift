import APIModels
import Foundation
import OrderCore
import Registration
import Storage
import Web

/// API keys of all kinds, and credentials for ACME clients.
struct KeyRoutes: Sendable {
    let desks: Desks

    func createLegacy(_ call: Call<CreateACMECredentials>) async throws -> ACMECredentials {
        try await create(call, .legacy)
    }

    func create(_ call: Call<CreateACMECredentials>) async throws -> ACMECredentials {
        try await create(call, .current)
    }

    private func create(
        _ call: Call<CreateACMECredentials>, _ service: ACMECredentialRecord.Service
    ) async throws -> ACMECredentials {
        let url = desks.registry.publication.acmeDirectoryURL
        let made = try await desks.credentials.make(
            try ACMECredentialDesk.Wish(call.body, service, now: desks.finance.now),
            for: call.caller, keeping: call.keeping { ACMECredentials($0, directoryURL: url) })
        return ACMECredentials(made, directoryURL: url)
    }

    func list(_ call: Call<NoBody>) async throws -> KeyList {
        let keys = try await desks.credentials.keys(
            of: try call.query.id("user_id"), for: call.caller)
        let url = desks.registry.publication.acmeDirectoryURL
        return KeyList(keys: keys.map { KeyDetails($0, directoryURL: url) })
    }

    func show(_ call: Call<NoBody>) async throws -> KeyDetails {
        KeyDetails(
            try await desks.credentials.key(try call.id("key_id", of: .key), for: call.caller),
            directoryURL: desks.registry.publication.acmeDirectoryURL)
    }
}

extension ACMECredentials {
    init(_ made: ACMECredentialDesk.Made, directoryURL: String) {
        self.init(
            directoryURL: directoryURL, keyID: made.keyID, hmacKey: made.macKey.base64URL)
    }
}

extension ACMECredentialDesk.Wish {
    init(
        _ body: CreateACMECredentials, _ service: ACMECredentialRecord.Service, now: Date
    ) throws {
        guard let name = body.name else { throw Refusal.required("name") }
        guard name.count <= ACMECredentialDesk.nameCharactersMax else {
            throw Refusal.invalid(
                "name", "is longer than \(ACMECredentialDesk.nameCharactersMax) characters")
        }
        guard let nameID = body.productNameID else { throw Refusal.required("product_name_id") }
        guard let product = ProductCatalog.product(nameID) else {
            throw Refusal.notFound(.product)
        }
        guard product.takesACME(service) else {
            throw Refusal.invalid(
                "product_name_id", "is \(nameID), which is not ordered through this service")
        }
        let length = try OrderLength(
            Validity(years: body.validityYears, days: body.validityDays),
            paths: .init(years: "validity_years", days: "validity_days", date: ""), now: now)
        guard let length else { throw Refusal.required("validity_years") }
        self.init(
            name: name, product: product, organizationID: body.organizationID?.id(),
            containerID: body.containerID?.id(), length: length,
            profileOption: try Self.option(body.profileOption), service: service)
    }

    private static func option(_ text: String?) throws -> OrderCore.Certificate.ProfileOption? {
        try text.map { text in
            guard let option = OrderCore.Certificate.ProfileOption(rawValue: text.lowercased())
            else {
                let all = OrderCore.Certificate.ProfileOption.allCases.map(\.rawValue)
                throw Refusal.invalid(
                    "profile_option",
                    "is \(text.quoted), has to be one of \(all.joined(separator: ", "))")
            }
            return option
        }
    }
}

extension Product {
    /// ACME is for TLS; its older service never did DV.
    fileprivate func takesACME(_ service: ACMECredentialRecord.Service) -> Bool {
        guard family == .tls else { return false }
        return switch validation {
        case .dv: service == .current
        case .ov, .ev, .privateSSL: true
        default: false
        }
    }
}

extension KeyDetails {
    init(_ entry: KeyEntry, directoryURL: String) {
        let key = entry.key
        let terms = entry.acme?.terms
        self.init(
            id: key.id.wire,
            user: Person(
                id: entry.user.id.wire, firstName: entry.user.firstName,
                lastName: entry.user.lastName),
            status: key.revokedAt == nil ? "active" : "revoked",
            createDate: Timestamp(key.createdAt),
            lastUsedDate: entry.lastUsedAt.map(Timestamp.init), name: key.name, isLegacy: false,
            restrictedToRoleID: key.role.rawValue,
            directoryURL: terms == nil ? nil : directoryURL,
            productNameID: terms?.product.nameID, productName: terms?.product.name,
            organizationID: terms?.organizationID?.description,
            organizationName: entry.organizationName,
            validityDays: terms?.length.days.map(String.init),
            validityYears: terms?.length.years.map(String.init))
    }
}
