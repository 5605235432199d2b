import Foundation
import Issuance
import OrderCore
import Storage

extension Transaction {
    /// What the plan of almost any order asks, and what does not follow from another answer.
    func askForPlan(of wish: OrderWish, for caller: Caller, at now: Date) throws {
        let account = caller.account.id
        if case .known(let id) = wish.organization {
            _ = try organization(id)
            _ = try validations(of: [id])
        }
        _ = try customFields(of: account)
        _ = try terms(of: account)
        let container = wish.containerID ?? caller.user.filingID
        _ = try productLimits(of: container)
        _ = try domains(usedIn: container)
        if wish.product.needsOrganization { _ = try organizations(usedIn: container) }
        _ = try listedPrices(for: wish.product)
        try refuseCompromised(wish.certificate.key?.key)
        if wish.product.needsDomainControl {
            _ = try unprovedNames(wish.certificate.content.allNames, account: account, at: now)
        }
    }

    /// What any further certificate of an order asks.
    func askForBasis(of wish: FurtherWish, on order: Order) throws {
        _ = try certificate(order.primaryCertificateID)
        _ = try productLimits(of: order.containerID)
        _ = try domains(usedIn: order.containerID)
        try refuseCompromised(wish.certificate.key?.key)
        if let id = order.organizationID { _ = try organization(id) }
    }
}
