import APIModels
import OrderCore
import Registration
import Storage
import Web

struct OrderRoutes: Sendable {
    let desks: Desks
    private let shelf = AnswerShelf<OrderInfoEdition>()

    init(desks: Desks) {
        self.desks = desks
    }

    func place(_ call: Call<PlaceOrder>) async throws -> OrderReceipt {
        try await desks.registry.noticeIssuer(call.body.certificate?.caCertificateID)
        let wish = try OrderWish(
            call.body, product: try await product(call), registry: desks.registry,
            for: call.caller)
        let placement = try await desks.orders.place(
            wish, for: call.caller, keeping: call.keeping(OrderReceipt.init))
        return OrderReceipt(placement)
    }

    private func product(_ call: Call<PlaceOrder>) async throws -> Product {
        let nameID = call.text("product_name_id")
        if nameID == "ssl" {
            let container = call.body.container?.id?.id(Container.self)
            let orderable = try await desks.orders.orderable(in: container, for: call.caller)
            return try OrderWish.product(fitting: call.body, among: orderable)
        }
        guard let product = ProductCatalog.product(nameID) else { throw Refusal.notFound(.product) }
        return product
    }

    func show(_ call: Call<NoBody>) async throws -> EncodedAnswer {
        guard let reference = OrderReference(call.text("order_id")) else {
            throw Refusal.notFound(.order)
        }
        let mark = try await desks.orders.mark(reference, for: call.caller)
        if let format = try DownloadFormat(call.query) {
            let path = try await desks.downloads.path(
                order: mark.id, subID: call.subID(), for: call.caller)
            return EncodedAnswer(Download(format.pack(path)))
        }
        let frame = OrderFrame(desks.registry)
        let edition = OrderInfoEdition(
            order: mark.edition, authorityVersion: frame.roster.version,
            showsCAA: try call.query.flag("include_caa_status"))
        let now = desks.orders.now
        return try await shelf.answer(about: mark.id.rawValue, edition: edition, at: now) {
            try EncodedAnswer(edition, of: try await desks.orders.file(mark), frame, at: now)
        }
    }

    func list(_ call: Call<NoBody>) async throws -> OrderList {
        let query = try ListQuery<OrderProperty>(
            call.query, bare: [.containerID, .organizationID, .userID, .status, .productNameID],
            now: desks.orders.now)
        let listed = try await desks.orders.list(query, for: call.caller)
        let now = desks.orders.now
        return OrderList(
            orders: listed.elements.map { OrderSummary($0, now: now) }, page: .init(listed, query))
    }

    func statusChanges(_ call: Call<NoBody>) async throws -> StatusChangeList {
        let now = desks.orders.now
        let orders = try await desks.orders.statusChanges(
            in: try StatusWindow(call.query, now: now), for: call.caller)
        return StatusChangeList(orders: orders.map { StatusChange($0, now: now) }.presence)
    }

    /// The name stands in the path, and there is no filter.
    func alternates(_ call: Call<NoBody>) async throws -> AlternateOrderList {
        try call.query.refuseNarrowing()
        let page = try ListQuery<OrderProperty>.page(call.query)
        let now = desks.orders.now
        let listed = try await desks.orders.alternatives(
            call.text("alternative_order_id"), page, for: call.caller)
        return AlternateOrderList(
            orders: listed.elements.map { StatusChange($0, now: now) },
            page: .init(total: listed.total, limit: page.limit, offset: page.offset))
    }

    func validation(_ call: Call<NoBody>) async throws -> OrderValidation {
        let checks = try await desks.orders.checks(
            of: try call.id("order_id", of: .order), for: call.caller)
        return OrderValidation(checks, now: desks.orders.now)
    }

    func supplyCSR(_ call: Call<SupplyCSR>) async throws {
        guard let csr = call.body.csr else { throw Refusal.required("csr") }
        try await desks.orders.supplyCSR(
            csr, to: call.order, for: call.caller, keeping: call.keepingNothing())
    }

    func emailValidations(_ call: Call<NoBody>) async throws -> EmailValidationList {
        let mailboxes = try await desks.orders.mailboxes(of: call.order, for: call.caller)
        return EmailValidationList(
            deliveryOptions: ["api", "browser"],
            emails: mailboxes.map {
                EmailValidation(
                    email: $0.email, status: $0.isProved ? "validated" : "unvalidated",
                    dateEmailed: $0.emailedAt.map { Day($0) })
            })
    }

    func validateEmail(_ call: Call<ValidateEmail>) async throws {
        guard let email = call.body.email ?? call.query.value("email"), !email.isEmpty else {
            throw Refusal.required("email")
        }
        try await desks.invitations.confirm(email, by: call.text("token"))
    }

    func changeStatus(_ call: Call<ChangeOrderStatus>) async throws {
        switch call.body.status {
        case .known(.canceled):
            try await desks.orders.cancel(
                try call.id("order_id", of: .order), note: call.body.note, for: call.caller)
        case nil:
            throw Refusal.required("status")
        case .known, .other:
            throw Refusal.invalid("status", "can only be set to canceled")
        }
    }
}
