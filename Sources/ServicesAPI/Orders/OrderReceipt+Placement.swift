import APIModels
import OrderCore
import Registration

extension OrderReceipt {
    init(_ placement: Placement) {
        let isNew = placement.request.subject.kind == .newOrder
        let isApproved = placement.request.state == .approved
        self.init(
            id: placement.order.id.wire, requests: [RequestOutcome(placement.request)],
            certificateID: isApproved ? placement.certificate.id.wire : nil,
            certificateChain: placement.chain.map(ChainCertificate.init).presence,
            dcvRandomValue: placement.domains.randomValue,
            domains: isNew ? placement.domains.domains.map(OrderDomain.init).presence : nil,
            orderValidTill: placement.order.term.map { Day($0.validTill) },
            subID: placement.certificate.subIDText)
    }
}

extension RequestOutcome {
    init(_ request: OrderCore.Request) {
        self.init(
            id: request.id.wire, status: Open(request.state.rawValue),
            certificateID: request.subject.isFurther ? request.subject.certificateID?.wire : nil)
    }
}

extension ChainCertificate {
    init(_ link: ChainLink) {
        self.init(subjectCommonName: link.commonName, pem: link.pem)
    }
}

extension OrderDomain {
    init(_ domain: Domain) {
        self.init(
            id: domain.id.wire, name: domain.name,
            dcvToken: domain.control.token.map { DCVToken($0, of: domain, now: $0.expiresAt) })
    }
}

extension OrderCore.Certificate {
    /// The running number of a duplicate: `001`, `002` …
    var subIDText: String? {
        guard case .duplicate(let number) = kind else { return nil }
        let digits = String(number)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}
