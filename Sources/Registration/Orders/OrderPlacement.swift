import Foundation
import Issuance
package import OrderCore
import Storage

/// What a client is told of the order that it has just placed.
package struct Placement: Sendable {
    package let order: Order
    package let request: Request
    package let certificate: Certificate
    package let domains: OrderDomains
    /// Leaf first, where the certificate was issued at once.
    package let chain: [ChainLink]

    init(_ placed: Placed, domains: OrderDomains, chain: [ChainLink]) {
        order = placed.order
        request = placed.request
        certificate = placed.certificate
        self.domains = domains
        self.chain = chain
    }
}

extension OrderDesk {
    /// Places an order; issues its certificate at once where nothing is outstanding.
    ///
    /// Reads what it needs, decides, has the certificate signed outside any transaction, then
    /// records everything in one.
    package func place(
        _ wish: OrderWish, for caller: Caller, keeping keepsake: Keepsake<Placement> = .none
    ) async throws -> Placement {
        try await registry.retryingConflicts {
            try await tryPlacing(wish, for: caller, keeping: keepsake)
        }
    }

    private func tryPlacing(
        _ wish: OrderWish, for caller: Caller, keeping keepsake: Keepsake<Placement>
    ) async throws -> Placement {
        let now = registry.clock.now
        let reading = LimitReading(
            role: caller.user.role, roster: registry.authority.roster, now: now)
        let plan = try await registry.database.read { tx in
            try tx.plan(wish, for: caller, reading)
        }
        let isApproved = wish.approval.isGranted(to: caller)
        let issue = try registry.decideIssue(
            of: plan.order.content, product: wish.product, settings: wish.settings,
            span: now...wish.length.end(from: now), at: now)
        if registry.steps == .sandbox, isApproved, let organization = plan.newOrganization {
            // The certificate names it, so it has to be there; then it is found.
            _ = try await registry.database.write { try $0.insert(organization) }
            return try await tryPlacing(wish, for: caller, keeping: keepsake)
        }
        let signed =
            isApproved && plan.readiness.isReady(under: registry.steps)
            ? try await registry.sign(
                issue, key: wish.certificate.key, organization: plan.organization,
                logo: plan.logo)
            : nil
        let chain = try registry.authority.chain(of: signed?.issuance)
        let registry = registry
        let company: Registry.Company =
            signed == nil || !plan.readiness.isReady
            ? .nobody
            : plan.onlyAdds && signed?.issuance != nil && keepsake.isNone ? .crowd : .others
        let outcome = PlacementOutcome(
            decision: isApproved
                ? Request.Decision(by: caller.user.id, at: now, comment: nil) : nil,
            signed: signed, orderEnd: wish.length.end(from: now))
        let (placement, submission) = try await registry.record(beside: company) { tx in
            var placed = try tx.place(plan, outcome, comments: wish.comments)
            let domains = try tx.domainsToProve(
                plan.readiness.unprovedNames, wish.control, for: placed.order, registry, at: now)
            try tx.askMailboxes(plan.readiness.unprovedMailboxes, placed.order, registry, at: now)
            var submission: LogSubmission?
            if isApproved {
                let left = try tx.completed(plan.readiness, of: placed.order, registry, at: now)
                switch signed {
                case .certificate: break
                case .precertificate(let signed):
                    submission = try tx.keep(
                        signed, for: placed.certificate.id, orderEnd: outcome.orderEnd)
                case nil: try tx.leaveWaiting(&placed, left, at: now)
                }
            }
            let placement = Placement(placed, domains: domains, chain: chain)
            try keepsake.keep(placement, in: tx)
            return (placement, submission)
        }
        return await registry.placement(placement, after: submission, keeping: keepsake)
    }
}

/// What is decided of an order by the time it is written down.
private struct PlacementOutcome: Sendable {
    /// Absent where the approvers are still to be asked.
    let decision: Request.Decision?
    /// The certificate, where nothing stood in its way, or what logs are to see first.
    let signed: Signed?
    let orderEnd: Date
}

/// An order that may be placed, with what stands in the way of its certificate.
struct PlacementPlan: Sendable {
    let order: NewOrder
    /// To be made with the order.
    let newOrganization: NewOrganization?
    let organization: Organization?
    let readiness: Readiness
    let voucher: Voucher?
    let bill: Bill
    /// The order's own, or that of the order that it renews.
    let logo: Logo?
    /// What came of an earlier renewal of the same order, which this one takes the place of.
    let replacedRenewal: ID<Order>?

    /// Whether it takes no more than adding the rows that every order has.
    var onlyAdds: Bool {
        let isPlain = order.contacts == OrderContacts() && order.customFields.isEmpty
        let isNew = order.renewalOf == nil && newOrganization == nil && logo == nil
        return isPlain && isNew && bill.takesNothing
    }
}

extension Transaction {
    fileprivate func plan(
        _ wish: OrderWish, for caller: Caller, _ reading: LimitReading
    ) throws -> PlacementPlan {
        let now = reading.now
        try ahead { try $0.askForPlan(of: wish, for: caller, at: now) }
        let containerID = try orderingContainer(wish.containerID, for: caller)
        let (organization, newOrganization) = try orderingOrganization(
            wish, container: containerID, for: caller)
        if wish.product.needsOrganization {
            try requireUsable(organization?.id, in: containerID)
        }
        try refuseCompromised(wish.certificate.key?.key)
        let replaced = try wish.renewalOf.flatMap { try checkRenewal(of: $0, for: caller) }
        let (marked, logo) = try mark(wish, of: organization)
        let content = marked.named(after: organization?.name ?? newOrganization?.name)
        let order = NewOrder(
            accountID: caller.account.id, containerID: containerID,
            organizationID: organization?.id, userID: caller.user.id, product: wish.product,
            state: .needsApproval, content: content, length: wish.length,
            renewalOf: wish.renewalOf, origin: caller.origin, createdAt: now,
            settings: wish.settings, contacts: wish.contacts,
            customFields: try answers(wish.customFields, account: caller.account.id),
            details: try details(wish, for: caller))
        let terms = try terms(of: order.accountID)
        try checkLimits(order, terms, reading)
        let voucher = try wish.voucherCode.map { try usableVoucher($0, for: order, at: now) }
        let bill =
            voucher == nil
            ? try bill(
                order.product, order.length, content.purchased, account: order.accountID,
                terms: terms, by: order.settings.paymentMethod, at: now) : .voucher
        if !wish.approval.isGranted(to: caller) { try checkFunds(for: bill) }
        return PlacementPlan(
            order: order, newOrganization: newOrganization, organization: organization,
            readiness: try readiness(
                ReadinessQuestion(
                    content: content, product: wish.product, organization: organization,
                    accountID: order.accountID, orderID: nil, hasLogo: logo != nil),
                at: now),
            voucher: voucher, bill: bill, logo: logo, replacedRenewal: replaced)
    }

    /// Writes an order down as it is by now: waiting for its approval, approved, or issued.
    fileprivate func place(
        _ plan: PlacementPlan, _ outcome: PlacementOutcome, comments: String?
    ) throws -> Placed {
        var new = plan.order
        if let organization = plan.newOrganization {
            new.organizationID = try insert(organization)
        }
        let numbers = try drawOrderNumbers(isPaid: outcome.decision != nil)
        var placed = new.numbered(numbers)
        placed.order.receiptID = numbers.receipt
        if outcome.decision != nil { try placed.order.ruled(.approve) }
        if let issuance = outcome.signed?.issuance {
            placed.certificate.state = .issued(issuance)
            try placed.order.ruled(term: Order.Term(of: issuance, end: outcome.orderEnd))
        }
        try insert(placed)
        if let issuance = outcome.signed?.issuance { try requireIssuing(issuance.issuerID) }
        let order = placed.order
        let request = Request(
            id: numbers.request, orderID: order.id, accountID: order.accountID,
            requesterID: order.userID, subject: .newOrder(placed.certificate.id),
            state: outcome.decision == nil ? .pending : .approved, decision: outcome.decision,
            comments: comments, createdAt: order.createdAt)
        try insert(request, of: order.containerID, order.userID)
        if let logo = plan.logo { _ = try attach(logo, to: order, at: new.createdAt) }
        if let old = new.renewalOf {
            try markRenewed(old, by: order.id, insteadOf: plan.replacedRenewal)
        }
        if let voucher = plan.voucher { try spend(voucher.id, on: order.id) }
        if let decision = outcome.decision, let receipt = order.receiptID {
            try settle(plan.bill, of: order, receipt: receipt, at: decision.at)
        }
        return Placed(order: order, certificate: placed.certificate, request: request)
    }

    func orderingContainer(
        _ wished: ID<Container>?, for caller: Caller
    ) throws -> ID<Container> {
        guard let wished else { return caller.user.filingID }
        guard let container = try container(wished), container.isActive,
            caller.scope.sees(account: container.accountID, container: container.id)
        else { throw Refusal.invalid("container.id", "is \(wished), which is no active container") }
        return wished
    }

    private func orderingOrganization(
        _ wish: OrderWish, container: ID<Container>, for caller: Caller
    ) throws -> (Organization?, NewOrganization?) {
        guard wish.product.needsOrganization else { return (nil, nil) }
        switch wish.organization {
        case .known(let id):
            guard let organization = try organization(id), organization.isActive,
                organization.accountID == caller.account.id
            else {
                throw Refusal.invalid(
                    "organization.id", "is \(id), which is no active organization")
            }
            return (organization, nil)
        case .described(let text):
            let new = try text.newOrganization(
                account: caller.account.id, container: container, path: "organization")
            if let twin = try organizationLike(new) { return (twin, nil) }
            return (nil, new)
        case nil:
            throw Refusal.required("organization.id")
        }
    }

    private func answers(
        _ given: [ID<CustomField>: String], account: ID<Account>
    ) throws -> [CustomFieldAnswer] {
        let fields = try customFields(of: account).filter(\.isActive)
        if let unknown = given.keys.sorted().first(where: { id in !fields.contains { $0.id == id } }
        ) {
            throw Refusal.invalid(
                "custom_fields.metadata_id", "is \(unknown), which is no custom field")
        }
        return try fields.compactMap { field in
            guard let value = given[field.id], !value.isEmpty else {
                guard !field.isRequired else {
                    throw Refusal(
                        .requiredParameter("custom_fields"),
                        "The custom field \(field.label.quoted), id \(field.id), is required."
                    )
                }
                return nil
            }
            guard field.accepts(value) else {
                throw Refusal.unfit(field)
            }
            return CustomFieldAnswer(fieldID: field.id, label: field.label, value: value)
        }
    }
}
