import Foundation
import OrderCore
import Storage

/// An order in the middle of being changed, with the certificate and the request at hand.
struct Placed: Sendable {
    var order: Order
    var certificate: Certificate
    var request: Request
}

extension Transaction {
    /// The approvers said yes to a new order: it is paid, and its certificate may be issued.
    func approve(_ order: inout Order, certificate: Certificate, at now: Date) throws {
        try order.ruled(.approve)
        let receipt = try pay(for: order, certificate.content, at: now)
        try setReceipt(receipt, of: order.id)
        order.receiptID = receipt
        try save(order, primary: certificate, at: now)
        order.version += 1
    }

    /// Writes down what was signed: the certificate, the state of its order, the end of the wait.
    func record(
        _ issuance: Certificate.Issuance, in placed: inout Placed, orderEnd: Date
    ) throws {
        placed.certificate.state = .issued(issuance)
        switch placed.certificate.kind {
        case .original:
            try placed.order.ruled(term: Order.Term(of: issuance, end: orderEnd))
        case .reissue:
            try placed.order.ruled(.completeReissue)
            placed.order.primaryCertificateID = placed.certificate.id
            try replaceNames(placed.certificate.content.searchedNames, of: placed.order.id)
        case .duplicate:
            try placed.order.ruled(.requestDuplicate)
        }
        try save(placed.certificate.state, of: placed.certificate.id)
        try save(placed.order, primary: try primary(of: placed), at: issuance.issuedAt)
        placed.order.version += 1
        try finishIssuance(of: placed.certificate.id)
        try tellOfFurther(placed, at: issuance.issuedAt)
        // Others of the account may have waited for the order to be free again.
        if placed.certificate.kind == .reissue {
            try wakeEffects(of: placed.order.accountID, at: issuance.issuedAt)
        }
    }

    func primary(of placed: Placed) throws -> Certificate {
        if placed.order.primaryCertificateID == placed.certificate.id { return placed.certificate }
        return try primaryCertificate(of: placed.order)
    }

    /// Every order has one from the start; without it the database is damaged.
    func primaryCertificate(of order: Order) throws -> Certificate {
        guard let certificate = try certificate(order.primaryCertificateID) else {
            throw StorageProblem.unreadable(column: "primary_certificate_id", value: "NULL")
        }
        return certificate
    }
}

extension Order.Term {
    /// The term that the first certificate begins.
    init(of issuance: Certificate.Issuance, end: Date) {
        self.init(issuedAt: issuance.issuedAt, validFrom: issuance.validFrom, validTill: end)
    }
}
