import APIModels
import Foundation
import Issuance
import OrderCore
import Registration
import Storage

extension SubaccountSummary {
    init(_ line: SubaccountLine) {
        let account = line.account
        self.init(
            accountID: account.id.wire, accountType: Open(account.kind.rawValue),
            organizationName: account.organizationName,
            dateCreated: SpacedTimestamp(account.createdAt),
            accountManager: line.manager?.name ?? "")
    }
}

extension UserReference {
    fileprivate var name: String { "\(firstName) \(lastName)" }
}

extension SubaccountDetails {
    init(_ file: SubaccountFile, parent: Account, now: Date) {
        let account = file.account
        let administrator = file.administrator
        self.init(
            accountID: account.id.wire, accountType: Open(account.kind.rawValue),
            organizationName: account.organizationName, childName: account.childName,
            dateCreated: SpacedTimestamp(account.createdAt),
            parentAccountID: parent.id.description, billingAccountName: parent.organizationName,
            billingAccountID: parent.id.wire, accountManager: file.manager?.name ?? "",
            billParent: file.billsParent, enforceBillParent: false,
            masterUser: MasterUser(
                firstName: administrator.firstName, lastName: administrator.lastName,
                email: administrator.email, jobTitle: administrator.jobTitle,
                telephone: administrator.telephone, languageID: "1",
                containerID: administrator.containerID.description),
            organization: file.summary(at: now))
    }
}

extension SubaccountFile {
    /// Every account is made with an organization; one without is damaged and shows only its name.
    fileprivate func summary(at now: Date) -> OrganizationSummary {
        guard let organization else {
            return OrganizationSummary(
                id: 0, status: .known(.inactive), name: account.organizationName, isActive: false,
                address: "", zip: "", city: "", state: "", country: "")
        }
        return OrganizationSummary(
            OrganizationFile(organization: organization, container: container),
            OrganizationSummary.Detail(now: now, includesValidations: false))
    }
}

extension SubaccountOrder {
    /// Who looks: an account sees the certificates and organizations of its own children only.
    struct Viewer {
        let id: ID<Account>
        let now: Date
    }

    init(_ entry: SubaccountEntry, for viewer: Viewer) {
        let order = entry.order
        let isChild = entry.account.parentID == viewer.id
        self.init(
            id: order.id.wire,
            certificate: isChild ? SubaccountCertificate(entry) : nil,
            organization: isChild ? entry.organization.map(OrderOrganization.init(named:)) : nil,
            subaccount: SubaccountReference(
                accountID: entry.account.id.wire, accountType: Open(entry.account.kind.rawValue),
                organizationName: entry.account.organizationName),
            product: OrderedProduct(
                nameID: order.product.nameID, name: order.product.name,
                type: order.product.type),
            orderPrice: OrderPrice(cost: Double(entry.costCents) / 100, currency: "USD"),
            status: Open(order.status(at: viewer.now).name),
            numberOfSANs: entry.certificate.content.dnsNames.count,
            dateCreated: Timestamp(order.createdAt),
            dateIssued: order.term.map { Timestamp($0.issuedAt) },
            validityYears: order.length.years,
            isMultiYearPlan: order.isMultiYearPlan(at: viewer.now) ? "1" : "0",
            orderValidFrom: order.term.map { Day($0.validFrom) },
            orderValidTill: order.term.map { Day($0.validTill) })
    }
}

extension SubaccountCertificate {
    init(_ entry: SubaccountEntry) {
        let certificate = entry.certificate
        let content = certificate.content
        let issuance = certificate.issuance
        self.init(
            id: certificate.id.wire, thumbprint: issuance?.thumbprint.hexadecimal,
            serialNumber: issuance?.serial.hexadecimal, commonName: content.commonName,
            dnsNames: content.dnsNames, validFrom: issuance.map { Day($0.validFrom) },
            validTill: issuance.map { Day($0.validTill) },
            organizationUnits: content.organizationUnits.presence,
            signatureHash: content.signatureHash)
    }
}

extension OrderOrganization {
    /// As a parent account is shown it: names only.
    fileprivate init(named organization: Organization) {
        self.init(
            id: organization.id.wire, name: organization.name,
            assumedName: organization.assumedName, displayName: organization.displayName)
    }
}
