package import OrderCore
package import Storage

/// A reissue as its list shows it.
package struct ReissueEntry: Sendable {
    package let certificate: Certificate
    package let user: UserReference
    /// What it added to the order; none where it added no name, or where it came to nothing.
    package let purchase: Purchase?

    /// Names that came with a reissue.
    package struct Purchase: Equatable, Sendable {
        /// None that was free is counted.
        package let names: PurchasedNames
        /// Absent where nothing was charged.
        package let receiptID: ID<Receipt>?

        static let free = Purchase(names: PurchasedNames(dns: 0, wildcard: 0), receiptID: nil)
    }
}

extension FurtherDesk {
    /// Newest first.
    package func reissues(
        of id: ID<Order>, archived: ArchivedEntries, for caller: Caller
    ) async throws -> [ReissueEntry] {
        let scope = caller.scope
        return try await registry.database.read { tx in
            _ = try tx.order(id, in: scope)
            let entries = try tx.entries(.reissue, of: id, archived: archived)
            guard !entries.isEmpty else { return [] }
            let others = try tx.certificates(of: id)
            let charged = Set(try tx.receipts(of: id).filter { $0.cost != .zero }.map(\.id))
            return entries.map { entry in
                ReissueEntry(
                    certificate: entry.certificate, user: entry.user,
                    purchase: entry.certificate.purchase(after: others, charged: charged))
            }
        }
    }
}

extension Certificate {
    /// What this reissue added to the certificate that it took the place of.
    fileprivate func purchase(
        after others: [Certificate], charged: Set<ID<Receipt>>
    ) -> ReissueEntry.Purchase? {
        if let addition = paidAddition, charged.contains(addition.receiptID) {
            return ReissueEntry.Purchase(names: addition.names, receiptID: addition.receiptID)
        }
        let replaced = others.last { $0.id < id && $0.isReplaceable }
        guard state != .rejected, let replaced else { return nil }
        let known = Set(replaced.content.allNames)
        return content.allNames.allSatisfy(known.contains) ? nil : .free
    }

    /// Whether it was an order's primary certificate once.
    private var isReplaceable: Bool {
        switch kind {
        case .original, .reissue: issuance != nil
        case .duplicate: false
        }
    }
}
