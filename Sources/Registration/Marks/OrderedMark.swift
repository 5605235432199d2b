import Issuance
import OrderCore
import Storage

extension Transaction {
    /// What an order for a mark certifies, with what is known from before. A renewed mark is the
    /// same mark, and a logo that the organization has shown before has its trademark, unless the
    /// order says otherwise.
    func mark(
        _ wish: OrderWish, of organization: Organization?
    ) throws -> (content: Certificate.Content, logo: Logo?) {
        let content = wish.certificate.content
        guard wish.product.family.isMark, var holder = content.holder else {
            return (content, wish.logo)
        }
        let old = try wish.renewalOf.flatMap { try order($0) }
        let renewed = try old.map { try primaryCertificate(of: $0).content }
        if holder.mark?.missing.isEmpty != true {
            let known = [try knownMark(of: wish.logo, organization), renewed?.holder?.mark]
            holder.mark =
                known.compactMap(\.self).first { $0.isFit(for: wish.product) } ?? holder.mark
        }
        // What an order for hosts certifies is no mail.
        let isOfMark = old?.product.family.isMark == true
        let names =
            content.dnsNames.isEmpty && isOfMark ? renewed?.dnsNames ?? [] : content.dnsNames
        guard !names.isEmpty else { throw Refusal.required("certificate.dns_names") }
        return (
            content.held(by: holder).naming(names),
            try wish.logo ?? old.flatMap { try logo(of: $0) }
        )
    }

    private func knownMark(of logo: Logo?, _ organization: Organization?) throws -> Mark? {
        guard let logo, let organization else { return nil }
        return try self.logo(logo.hash, of: organization.id)?.mark
    }
}

extension Mark {
    /// Verified marks and common ones have other kinds.
    func isFit(for product: Product) -> Bool {
        switch kind {
        case .registered, .government: product.family == .mark(.verified)
        case .priorUse, .modifiedRegistered: product.family == .mark(.common)
        }
    }
}
