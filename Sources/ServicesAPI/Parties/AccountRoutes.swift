import APIModels
import OrderCore
import Registration
import Web

struct AccountRoutes: Sendable {
    let desks: Desks

    func show(_ call: Call<NoBody>) async throws -> AccountDetails {
        let containers = try await desks.parties.containers(for: call.caller)
        return AccountDetails(
            call.caller.account, root: containers.first { $0.parentID == nil },
            administrator: call.caller.user,
            settings: try await desks.accounts.settings(for: call.caller),
            isLogging: desks.registry.isLogging)
    }

    func guestAccess(_ call: Call<NoBody>) async throws -> GuestAccess {
        let address = try await desks.guests.address(for: call.caller)
        return GuestAccess(enabled: address != nil, guestAccessURL: address)
    }

    func customFields(_ call: Call<NoBody>) async throws -> CustomFieldList {
        let fields = try await desks.parties.customFields(for: call.caller)
        return CustomFieldList(metadata: fields.map(CustomFieldDefinition.init).presence)
    }

    func createCustomField(_ call: Call<CreateCustomField>) async throws {
        guard call.body.label != nil else { throw Refusal.required("label") }
        try await desks.parties.addCustomFields(
            [try PartyDesk.CustomFieldWish(call.body)], for: call.caller,
            keeping: call.keepingNothing())
    }

    func createCustomFields(_ call: Call<CreateCustomFields>) async throws {
        guard let fields = call.body.metadata, !fields.isEmpty else {
            throw Refusal.required("metadata")
        }
        guard fields.allSatisfy({ $0.label != nil }) else {
            throw Refusal.required("metadata.label")
        }
        try await desks.parties.addCustomFields(
            try fields.map { try PartyDesk.CustomFieldWish($0) }, for: call.caller,
            keeping: call.keepingNothing())
    }

    func editCustomField(_ call: Call<EditCustomField>) async throws {
        let body = call.body
        var wish = PartyDesk.CustomFieldWish()
        wish.label = body.label
        wish.description = body.description
        wish.isRequired = body.isRequired
        wish.isActive = body.isActive
        wish.format = try .init(body.dataType)
        try await desks.parties.editCustomField(
            try call.id("metadata_id", of: .customField), wish, for: call.caller)
    }

    func deleteCustomField(_ call: Call<NoBody>) async throws {
        try await desks.parties.deleteCustomField(
            try call.id("metadata_id", of: .customField), for: call.caller)
    }
}

extension PartyDesk.CustomFieldWish {
    fileprivate init(_ body: CreateCustomField) throws {
        self.init()
        label = body.label
        description = body.description
        isRequired = body.isRequired
        isActive = body.isActive
        format = try .init(body.dataType)
    }
}

extension OrderCore.CustomField.Format {
    fileprivate init?(_ type: Open<CustomFieldType>?) throws {
        switch type {
        case nil: return nil
        case .known(let known): self = .init(rawValue: known.rawValue) ?? .anything
        case .other(let text):
            throw Refusal.invalid(
                "data_type",
                "is \(text.quoted), has to be one of text, int, email_address, email_list")
        }
    }
}

extension AccountDetails {
    init(
        _ account: Account, root: Container?, administrator: User, settings: AccountSettings,
        isLogging: Bool
    ) {
        self.init(
            id: account.id.wire, makeRenewalCalls: false, expressInstallEnabled: false,
            adminEmails: settings.adminEmails.presence?.joined(separator: ", ")
                ?? administrator.email,
            emergencyEmails: settings.emergencyEmails.presence?.joined(separator: ", "),
            displayRepresentative: false,
            balanceNegativeLimit: 0, pricingModel: "none",
            certificateTransparency: isLogging ? "embed" : "off",
            certCentralType: Open(account.kind.rawValue),
            primaryOrganizationName: account.organizationName, rootContainerID: root?.id.wire,
            billingAccountID: account.id.wire, billingAccountName: account.organizationName,
            languageID: 1, migrated: false, hasAuthKey: false,
            isResellerCustomer: account.parentID == nil ? nil : false)
    }
}

extension CustomFieldDefinition {
    init(_ field: OrderCore.CustomField) {
        self.init(
            id: field.id.wire, label: field.label, isRequired: field.isRequired,
            isActive: field.isActive,
            dataType: field.format == .anything ? nil : Open(field.format.rawValue),
            description: field.description)
    }
}
