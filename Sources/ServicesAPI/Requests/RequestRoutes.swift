import APIModels
import OrderCore
import Registration
import Storage
import Web

struct RequestRoutes: Sendable {
    let desks: Desks

    func list(_ call: Call<NoBody>) async throws -> RequestList {
        let query = try ListQuery<RequestProperty>(call.query, bare: [.status])
        let listed = try await desks.requests.list(query, for: call.caller)
        return RequestList(
            requests: listed.elements.map(RequestSummary.init), page: .init(listed, query))
    }

    func show(_ call: Call<NoBody>) async throws -> RequestDetails {
        let file = try await desks.requests.file(
            try call.id("request_id", of: .request), for: call.caller)
        let order = OrderDetails(
            file.order, OrderFrame(desks.registry), now: desks.orders.now)
        return RequestDetails(file, order: order)
    }

    func decide(_ call: Call<DecideRequest>) async throws {
        guard let status = call.body.status else { throw Refusal.required("status") }
        guard let target = RequestState(rawValue: status.text) else {
            throw Refusal.invalid(
                "status",
                "is none of \(RequestState.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        try await desks.requests.decide(
            try call.id("request_id", of: .request), target,
            comment: call.body.processorComment, for: call.caller)
    }
}

extension RequestSummary {
    init(_ entry: RequestEntry) {
        let request = entry.request
        self.init(
            id: request.id.wire, date: Timestamp(request.createdAt),
            type: Open(request.subject.kind.rawValue), status: Open(request.state.rawValue),
            requester: entry.isAutomatic ? nil : Person(entry.requester),
            processor: entry.processor.map(Person.init),
            order: RequestedOrder(entry))
    }
}

extension RequestedOrder {
    init(_ entry: RequestEntry) {
        self.init(
            id: entry.request.orderID.wire,
            certificate: CertificateSummary(commonName: entry.commonName),
            organization: entry.organizationID.map {
                OrderOrganization(id: $0.wire, name: entry.organizationName)
            },
            container: ContainerSummary(id: entry.containerID.wire, name: entry.containerName),
            product: OrderedProduct(
                nameID: entry.product.nameID, name: entry.product.name,
                type: entry.product.type))
    }
}

extension RequestDetails {
    init(_ file: RequestFile, order: OrderDetails) {
        let request = file.entry.request
        let decision = request.decision
        var order = order
        order.renewalOfOrderValidTill = file.renewedOrder?.term.map { Day($0.validTill) }
        order.certificate.organization = order.organization
        self.init(
            id: request.id.wire, date: Timestamp(request.createdAt),
            type: Open(request.subject.kind.rawValue), status: Open(request.state.rawValue),
            dateProcessed: request.state == .pending ? nil : decision.map { Timestamp($0.at) },
            requester: Person(file.entry.requester),
            reviewer: file.reviewer.map(Person.init),
            processor: request.state.isDecided ? file.entry.processor.map(Person.init) : nil,
            order: order,
            comments: request.comments,
            processorComment: request.state.isDecided ? decision?.comment : nil,
            certificateID: request.subject.certificateID?.wire)
    }
}
