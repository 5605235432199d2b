import Foundation
import OrderCore

extension Order {
    /// An order of user 7 in container 3 of account 1.
    static func sample(
        in state: OrderState = .needsApproval, term: Term? = nil
    ) -> Order {
        Order(
            id: 5, version: 1, accountID: 1, containerID: 3, organizationID: 2, userID: 7,
            product: .sample, state: state, primaryCertificateID: 9, length: .years(1),
            renewalOf: nil, renewedBy: nil, origin: .console, receiptID: nil,
            createdAt: Date(timeIntervalSince1970: 0), term: term, settings: OrderSettings())
    }
}

extension Order.Term {
    /// From the beginning of 1970 to the end of its first day.
    static let firstDay = Order.Term(
        issuedAt: Date(timeIntervalSince1970: 0), validFrom: Date(timeIntervalSince1970: 0),
        validTill: Date(timeIntervalSince1970: 86_399))
}

extension Product {
    /// Public: its certificates are capped.
    static let sample = Product("ssl_plus", "Standard SSL", .ssl, .ov, .plain)
    /// Private: its certificates last as long as an order.
    static let privateSample = Product(
        "private_ssl_plus", "Private SSL", .privateSSL, .privateSSL, .plain)
}
