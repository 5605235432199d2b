package import Foundation
package import Issuance
package import OrderCore
package import Storage

/// An order as a client asked for it, in types; ``OrderDesk`` decides about it.
package struct OrderWish: Sendable {
    package var product: Product
    package var certificate: CertificateWish
    package var length: OrderLength
    package var organization: OrganizationWish?
    package var containerID: ID<Container>?
    package var renewalOf: ID<Order>?
    package var approval: ApprovalWish
    package var comments: String?
    package var control: ControlWish
    package var settings: OrderSettings
    package var contacts: OrderContacts
    /// By the field's id.
    package var customFields: [ID<CustomField>: String]
    package var details: Order.Details
    /// The code of a voucher that pays for the order.
    package var voucherCode: String?
    /// Of a mark certificate; may come later.
    package var logo: Logo?

    package enum OrganizationWish: Sendable {
        case known(ID<Organization>)
        /// Described in the order; made with it, and validated later.
        case described(OrganizationText)
    }

    package init(
        product: Product, certificate: CertificateWish, length: OrderLength,
        organization: OrganizationWish?, containerID: ID<Container>?, renewalOf: ID<Order>?,
        approval: ApprovalWish, comments: String?, control: ControlWish,
        settings: OrderSettings, contacts: OrderContacts, customFields: [ID<CustomField>: String],
        details: Order.Details = Order.Details(), voucherCode: String? = nil
    ) {
        self.product = product
        self.certificate = certificate
        self.length = length
        self.organization = organization
        self.containerID = containerID
        self.renewalOf = renewalOf
        self.approval = approval
        self.comments = comments
        self.control = control
        self.settings = settings
        self.contacts = contacts
        self.customFields = customFields
        self.details = details
        self.voucherCode = voucherCode
    }
}

/// Whether a client wants its own request approved as it is made. Granted to those who may approve.
package enum ApprovalWish: Sendable {
    case ask
    case skip

    func isGranted(to caller: Caller) -> Bool {
        self == .skip && caller.may(.decideRequests)
    }
}

/// Whose approval waits for no word.
package enum ApprovalRule: Sendable {
    /// Nobody's, unless a request says so.
    case asked
    /// That of approvers for their own requests, unless a request says otherwise.
    case own
}

extension Registry {
    /// - Parameter skips: what a client says of it, if anything.
    package func approval(skips: Bool?) -> ApprovalWish {
        (skips ?? (approvals == .own)) ? .skip : .ask
    }
}

extension OrderLength {
    /// The lengths that can be ordered; others are refused by the member that gave them.
    package static func checked(
        _ length: OrderLength, path: String, now: Date
    ) throws -> OrderLength {
        switch length {
        case .years(let years):
            guard (1...Product.orderYearsMax).contains(years) else {
                throw Refusal.invalid(path, "is \(years), from 1 to \(Product.orderYearsMax)")
            }
        case .days(let days):
            guard (1...Product.orderDaysMax).contains(days) else {
                throw Refusal.invalid(path, "is \(days), from 1 to \(Product.orderDaysMax)")
            }
        case .until:
            let end = length.end(from: now)
            guard end > now else { throw Refusal.invalid(path, "lies in the past") }
            guard end < OrderLength.years(Product.orderYearsMax).end(from: now) else {
                throw Refusal.invalid(
                    path, "lies more than \(Product.orderYearsMax) years in the future")
            }
        }
        return length
    }
}
