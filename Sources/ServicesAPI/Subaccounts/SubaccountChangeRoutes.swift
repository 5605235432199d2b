import APIModels
import Foundation
import OrderCore
import Registration
import Storage
import Web

/// How a parent changes a subaccount, and what it sees of what the subaccount has.
struct SubaccountChangeRoutes: Sendable {
    let desks: Desks

    func edit(_ call: Call<EditSubaccount>) async throws {
        try await desks.subaccounts.edit(
            call.subaccount, try SubaccountDesk.Change(call.body), for: call.caller)
    }

    func domains(_ call: Call<NoBody>) async throws -> SubaccountDomainList {
        let now = desks.subaccounts.now
        let query = try ListQuery<DomainProperty>(
            call.query, switches: [DomainDetail.reuse], now: now)
        let listed = try await desks.subaccounts.domains(
            of: call.subaccount, query, for: call.caller)
        let detail = try DomainDetail(call.query, now: now)
        return SubaccountDomainList(
            domains: listed.elements.map { SubaccountDomain($0, detail) },
            page: .init(listed, query))
    }

    func organizations(_ call: Call<NoBody>) async throws -> SubaccountOrganizationList {
        let query = try ListQuery<OrganizationProperty>(call.query)
        let listed = try await desks.subaccounts.organizations(
            of: call.subaccount, query, for: call.caller)
        let now = desks.subaccounts.now
        return SubaccountOrganizationList(
            organizations: listed.elements.map { SubaccountOrganization($0, now: now) },
            page: .init(listed, query))
    }

    func report(_ call: Call<NoBody>) async throws -> SubaccountReport {
        guard
            let (spending, currency) = try await desks.subaccounts.spending(
                of: call.subaccount, for: call.caller)
        else { return SubaccountReport() }
        return SubaccountReport(
            subaccountPrice: OrderPrice(cost: spending.own.amount, currency: currency),
            orderPrice: OrderPrice(cost: spending.parent.amount, currency: currency))
    }
}

extension Call {
    /// The subaccount that the path names.
    fileprivate var subaccount: ID<Account> {
        get throws { try id("subaccount_id", of: .subaccount) }
    }
}

extension SubaccountDesk.Change {
    init(_ body: EditSubaccount) throws {
        guard body.allowParentOrderRenewal != true else {
            throw Refusal.invalid(
                "allow_parent_order_renewal", "is true; the account that has an order renews it")
        }
        let manager: SubaccountDesk.Appointment =
            if let id = body.accountManagerUserID {
                .set(id.id())
            } else {
                body.allowRemovingAccountManager == true ? .remove : .none
            }
        self.init(childName: body.childName, manager: manager, billsParent: body.billParent)
    }
}

extension SubaccountDomain {
    init(_ file: DomainFile, _ detail: DomainDetail) {
        let summary = DomainSummary(file, detail)
        self.init(
            id: summary.id, isActive: summary.isActive, name: summary.name,
            dcvApprovalTime: summary.dcvApprovalTime, lastSubmittedTime: summary.lastSubmittedTime,
            dateCreated: summary.dateCreated, organization: summary.organization,
            validations: summary.validations, dcvExpiration: summary.dcvExpiration)
    }
}

extension SubaccountOrganization {
    init(_ organization: Organization, now: Date) {
        self.init(
            id: organization.id.wire, status: ActivityStatus.of(organization.isActive),
            name: organization.name, assumedName: organization.assumedName,
            displayName: organization.displayName,
            validations: organization.validations(at: now).presence)
    }
}
