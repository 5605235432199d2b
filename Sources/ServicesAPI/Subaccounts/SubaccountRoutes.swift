import APIModels
import OrderCore
import Registration
import Storage
import Web

struct SubaccountRoutes: Sendable {
    let desks: Desks

    func create(_ call: Call<CreateSubaccount>) async throws -> SubaccountReceipt {
        SubaccountReceipt(
            try await desks.subaccounts.add(
                try SubaccountDesk.Wish(call.body), for: call.caller,
                keeping: call.keeping(SubaccountReceipt.init)))
    }

    func list(_ call: Call<NoBody>) async throws -> SubaccountList {
        let query = try ListQuery<SubaccountProperty>(call.query)
        let listed = try await desks.subaccounts.list(query, for: call.caller)
        return SubaccountList(
            subaccounts: listed.elements.map(SubaccountSummary.init), page: .init(listed, query))
    }

    func show(_ call: Call<NoBody>) async throws -> SubaccountDetails {
        SubaccountDetails(
            try await desks.subaccounts.file(
                try call.id("subaccount_id", of: .subaccount), for: call.caller),
            parent: call.caller.account, now: desks.subaccounts.now)
    }

    func orders(_ call: Call<NoBody>) async throws -> SubaccountOrderList {
        let query = try ListQuery<SubaccountOrderProperty>(
            call.query, now: desks.subaccounts.now)
        let listed = try await desks.subaccounts.orders(query, for: call.caller)
        let viewer = SubaccountOrder.Viewer(id: call.caller.account.id, now: desks.subaccounts.now)
        return SubaccountOrderList(
            orders: listed.elements.map { SubaccountOrder($0, for: viewer) },
            page: .init(listed, query))
    }

    func order(_ call: Call<NoBody>) async throws -> SubaccountOrder {
        let entry = try await desks.subaccounts.order(
            try call.id("order_id", of: .order), for: call.caller)
        return SubaccountOrder(
            entry, for: .init(id: call.caller.account.id, now: desks.subaccounts.now))
    }
}

extension SubaccountReceipt {
    init(_ made: NewSubaccount) {
        self.init(id: made.id.wire, apiKey: made.apiKey)
    }
}

extension SubaccountDesk.Wish {
    init(_ body: CreateSubaccount) throws {
        let kind: Account.Kind
        switch body.accountType {
        case nil: throw Refusal.required("account_type")
        case .known(let known): kind = Account.Kind(rawValue: known.rawValue) ?? .enterprise
        case .other(let text):
            throw Refusal.invalid(
                "account_type",
                "is \(text.quoted), has to be one of retail, enterprise, reseller, managed")
        }
        guard let user = body.user else { throw Refusal.required("user") }
        guard let organization = body.organization else { throw Refusal.required("organization") }
        self.init(
            kind: kind, childName: body.childName, managerID: body.accountManagerUserID?.id(),
            billsParent: body.billParent ?? false, organization: OrganizationText(organization),
            user: FounderText(user))
    }
}

extension OrganizationText {
    init(_ body: NewAccountOrganization) {
        self.init()
        name = body.name
        address = body.address
        address2 = body.address2
        city = body.city
        state = body.state
        zip = body.zip
        country = body.country
        telephone = body.telephone
    }
}

extension FounderText {
    init(_ body: APIModels.NewUser) {
        self.init()
        firstName = body.firstName
        lastName = body.lastName
        email = body.email
        username = body.username
        jobTitle = body.jobTitle
        telephone = body.telephone
    }
}
