import APIModels
import OrderCore
import Registration
import Storage
import Web

struct DomainRoutes: Sendable {
    let desks: Desks

    func list(_ call: Call<NoBody>) async throws -> DomainList {
        let query = try ListQuery<DomainProperty>(
            call.query, bare: [.containerID], switches: [DomainDetail.reuse],
            now: desks.domains.now)
        let listed = try await desks.domains.list(query, for: call.caller)
        let detail = try DomainDetail(call.query, now: desks.domains.now)
        return DomainList(
            domains: listed.elements.map { DomainSummary($0, detail) }, page: .init(listed, query))
    }

    func show(_ call: Call<NoBody>) async throws -> DomainDetails {
        let file = try await desks.domains.file(
            try call.id("domain_id", of: .domain), for: call.caller)
        return DomainDetails(file, try DomainDetail(call.query, now: desks.domains.now))
    }

    func create(_ call: Call<CreateDomain>) async throws -> DomainReceipt {
        let body = call.body
        guard let name = body.name else { throw Refusal.required("name") }
        guard let organization = body.organization?.id else {
            throw Refusal.required("organization.id")
        }
        guard let validations = body.validations, !validations.isEmpty else {
            throw Refusal.required("validations")
        }
        let now = desks.domains.now
        let domain = try await desks.domains.add(
            DomainDesk.Wish(
                name: name, organizationID: organization.id(),
                containerID: body.container?.id?.id(),
                validationTypes: try validations.compactMap {
                    try OrderCore.ValidationType(submitted: $0.type, path: "validations.type")
                },
                method: try ControlMethod(body.dcvMethod ?? body.dcv?.method, path: "dcv_method"),
                emails: body.emails ?? [], keepsWWW: body.keepWWW ?? false),
            for: call.caller, keeping: call.keeping { DomainReceipt($0, now: now) })
        return DomainReceipt(domain, now: now)
    }
}
