package import Foundation
package import OrderCore

/// What an order is made from; its first certificate is made with it.
package struct NewOrder: Sendable {
    package let accountID: ID<Account>
    package let containerID: ID<Container>
    package var organizationID: ID<Organization>?
    package let userID: ID<User>
    package let product: Product
    package let state: OrderState
    package let content: Certificate.Content
    package let length: OrderLength
    package let renewalOf: ID<Order>?
    package let origin: Origin
    package let createdAt: Date
    package let settings: OrderSettings
    package let contacts: OrderContacts
    package let customFields: [CustomFieldAnswer]
    package let details: Order.Details

    package init(
        accountID: ID<Account>, containerID: ID<Container>, organizationID: ID<Organization>?,
        userID: ID<User>, product: Product, state: OrderState, content: Certificate.Content,
        length: OrderLength, renewalOf: ID<Order>?, origin: Origin, createdAt: Date,
        settings: OrderSettings, contacts: OrderContacts, customFields: [CustomFieldAnswer],
        details: Order.Details = Order.Details()
    ) {
        self.accountID = accountID
        self.containerID = containerID
        self.organizationID = organizationID
        self.userID = userID
        self.product = product
        self.state = state
        self.content = content
        self.length = length
        self.renewalOf = renewalOf
        self.origin = origin
        self.createdAt = createdAt
        self.settings = settings
        self.contacts = contacts
        self.customFields = customFields
        self.details = details
    }
}

extension NewOrder {
    /// The order with its certificate, as rows that have their numbers; the request names both.
    package func numbered(_ numbers: OrderNumbers) -> PlacedOrder {
        PlacedOrder(
            order: Order(
                id: numbers.order, version: 1, accountID: accountID, containerID: containerID,
                organizationID: organizationID, userID: userID, product: product, state: state,
                primaryCertificateID: numbers.certificate, length: length, renewalOf: renewalOf,
                renewedBy: nil, origin: origin, receiptID: nil, createdAt: createdAt, term: nil,
                settings: settings, details: details),
            certificate: Certificate(
                id: numbers.certificate, orderID: numbers.order, accountID: accountID,
                userID: userID, kind: .original, content: content, addition: nil, state: .pending,
                isArchived: false, createdAt: createdAt),
            contacts: contacts, customFields: customFields, change: numbers.change)
    }
}

/// A new order that is to be written down, with what has become of it until then.
package struct PlacedOrder: Sendable {
    package var order: Order
    package var certificate: Certificate
    let contacts: OrderContacts
    let customFields: [CustomFieldAnswer]
    /// See ``Migration/changes``.
    let change: Int64
}

/// The numbers of the rows of a new order, which name each other.
package struct OrderNumbers: Sendable {
    package let order: ID<Order>
    package let certificate: ID<Certificate>
    package let request: ID<Request>
    /// Where one was asked for.
    package let receipt: ID<Receipt>?
    let change: Int64
}

extension Transaction {
    /// Draws the numbers for a new order; the transaction that inserts it has to do so.
    ///
    /// - Parameter isPaid: whether it comes with a receipt.
    package func drawOrderNumbers(isPaid: Bool) throws -> OrderNumbers {
        let numbers = try row(
            """
            SELECT {next orders}, {next certificates}, {next requests}, {change}\
            \(isPaid ? ", {next receipts}" : "")
            """, []
        ) { row in
            let (order, certificate, request): (ID<Order>, ID<Certificate>, ID<Request>) = (
                row.id(), row.id(), row.id()
            )
            let change = row.long()
            return OrderNumbers(
                order: order, certificate: certificate, request: request,
                receipt: isPaid ? row.id() : nil, change: change)
        }
        guard let numbers else { throw StorageProblem.nothingInserted }
        return numbers
    }
}

/// Contacts given with an order instead of its organization's.
package struct OrderContacts: Equatable, Sendable {
    package var organization: Contact?
    package var technical: Contact?

    package init(organization: Contact? = nil, technical: Contact? = nil) {
        self.organization = organization
        self.technical = technical
    }
}

package struct CustomFieldAnswer: Equatable, Sendable {
    package let fieldID: ID<CustomField>
    package let label: String
    package let value: String

    package init(fieldID: ID<CustomField>, label: String, value: String) {
        self.fieldID = fieldID
        self.label = label
        self.value = value
    }
}
