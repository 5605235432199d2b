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
            administrator: call.caller.user, isLogging: desks.registry.isLogging)
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
        guard let label = call.body.label else { throw Refusal.required("label") }
        let format: OrderCore.CustomField.Format
        switch call.body.dataType {
        case nil: format = .anything
        case .known(let known): format = .init(rawValue: known.rawValue) ?? .anything
        case .other(let text):
            throw Refusal.invalid(
                "data_type",
                "is \(text.quoted), one of text, int, email_address, email_list")
        }
        _ = try await desks.parties.addCustomField(
            label: label, description: nil, isRequired: call.body.isRequired ?? false,
            format: format, for: call.caller, keeping: call.keepingNothing())
    }
}

extension AccountDetails {
    init(_ account: Account, root: Container?, administrator: User, isLogging: Bool) {
        self.init(
            id: account.id.wire, makeRenewalCalls: false, expressInstallEnabled: false,
            adminEmails: administrator.email, displayRepresentative: false,
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
            isActive: field.isActive, dataType: Open(field.format.rawValue),
            description: field.description)
    }
}
