import APIModels
import OrderCore
import Registration
import Web

struct ContainerRoutes: Sendable {
    let desks: Desks

    func list(_ call: Call<NoBody>) async throws -> ContainerList {
        ContainerList(
            containers: try await desks.parties.containers(for: call.caller)
                .map(ContainerDetails.init))
    }

    func show(_ call: Call<NoBody>) async throws -> ContainerDetails {
        ContainerDetails(
            try await desks.parties.container(
                try call.id("container_id", of: .container), for: call.caller))
    }

    func children(_ call: Call<NoBody>) async throws -> ContainerList {
        let children = try await desks.parties.children(
            of: try call.id("container_id", of: .container), for: call.caller)
        return ContainerList(containers: children.map(ContainerDetails.init))
    }

    func create(_ call: Call<CreateContainer>) async throws -> CreationReceipt {
        guard let name = call.body.name else { throw Refusal.required("name") }
        let id = try await desks.parties.addContainer(
            named: name, description: call.body.description,
            templateID: call.body.templateID ?? ContainerTemplate.standardID,
            below: try call.id("container_id", of: .container), for: call.caller,
            keeping: call.keeping { CreationReceipt(id: $0.wire) })
        return CreationReceipt(id: id.wire)
    }
}
