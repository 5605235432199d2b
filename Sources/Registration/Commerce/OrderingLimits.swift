import Foundation
import OrderCore
import Storage

/// Who asks, and by which authorities it would be signed: what limits go by beside the wish itself.
struct LimitReading: Sendable {
    let role: Role
    let roster: IssuerRoster
    let now: Date
}

/// Which products an orderer may have, and how: by the account's list, by the container's limits.
extension Transaction {
    func checkLimits(_ order: NewOrder, _ terms: AccountTerms, _ reading: LimitReading) throws {
        if terms.limitsProducts, try !isAllowed(order.product, for: order.accountID) {
            throw Refusal(
                .productNotAllowed, "The account may not order \(order.product.nameID).")
        }
        try checkLimits(
            of: order.containerID, on: order.product, order.content,
            ordering: ProductLimit.Ordering(
                years: order.length.yearsBegun(from: reading.now), settings: order.settings),
            reading)
    }

    /// Holds a certificate against the limits of a container.
    ///
    /// - Parameter ordering: absent where the certificate is a further one of an order.
    func checkLimits(
        of container: ID<Container>, on product: Product, _ content: Certificate.Content,
        ordering: ProductLimit.Ordering?, _ reading: LimitReading
    ) throws {
        try checkDomains(of: container, content)
        let limits = try productLimits(of: container).map { $0.current(reading.roster) }
        guard !limits.isEmpty else { return }
        let subject = ProductLimit.Subject(
            content: content,
            issuerID: reading.roster.issuerID(wished: content.issuerID, product: product.nameID),
            certificateYears: content.validity?.yearsBegun(from: reading.now), order: ordering)
        do {
            try limits.check(product, reading.role, subject)
        } catch {
            throw Refusal(error, product: product, content)
        }
    }
}

extension ProductLimit {
    /// The same with those who took the place of the authorities that it names.
    fileprivate func current(_ roster: IssuerRoster) -> ProductLimit {
        var limit = self
        limit.issuerIDs = issuerIDs.compactMap { roster.standIn(for: $0) ?? $0 }
        return limit
    }
}

extension Refusal {
    fileprivate init(
        _ breach: ProductLimit.Breach, product: Product, _ content: Certificate.Content
    ) {
        func list(_ numbers: [some CustomStringConvertible]) -> String {
            numbers.map(\.description).joined(separator: ", ")
        }
        switch breach {
        case .product:
            self.init(
                .productNotAllowed,
                "The container may not order \(product.nameID) for this role.")
        case .hash(let allowed):
            self = .invalid(
                "certificate.signature_hash",
                "is \(content.signatureHash), has to be one of "
                    + "\(allowed.joined(separator: ", ")) in this container")
        case .issuer(let allowed):
            self = .invalid(
                "certificate.ca_cert_id", "has to be one of \(list(allowed)) in this container")
        case .orderYears(let years, let allowed):
            self = .invalid(
                "order_validity",
                "comes to \(years) years, one of \(list(allowed)) in this "
                    + "container")
        case .certificateYears(let allowed):
            self = .invalid(
                "certificate.cert_validity",
                "does not come to one of \(list(allowed)) years, as the container wants it")
        case .autoRenew:
            self = .invalid("auto_renew", "is set, which the container does not allow")
        case .autoReissue:
            self = .invalid("auto_reissue", "is set, which the container does not allow")
        case .wildcard(let name):
            let problem = "\(name.quoted), but the container takes no wildcards"
            self =
                name == content.commonName
                ? .invalid("certificate.common_name", "is \(problem)")
                : .invalid("certificate.dns_names", "has \(problem)")
        }
    }
}
