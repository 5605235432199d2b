import APIModels
import OrderCore
import Registration
import Storage
import Web

struct ContainerRoutes: Sendable {
    let desks: Desks

    func list(_ call: Call<NoBody>) async throws -> ContainerList {
        ContainerList(
            containers: try await details(try await desks.parties.containers(for: call.caller)))
    }

    func show(_ call: Call<NoBody>) async throws -> ContainerDetails {
        try await details(
            [try await desks.parties.container(call.container, for: call.caller)])[0]
    }

    func children(_ call: Call<NoBody>) async throws -> ContainerList {
        let children = try await desks.parties.children(
            of: call.container, for: call.caller)
        return ContainerList(containers: try await details(children))
    }

    func create(_ call: Call<CreateContainer>) async throws -> CreationReceipt {
        guard let name = call.body.name else { throw Refusal.required("name") }
        let id = try await desks.parties.addContainer(
            named: name, description: call.body.description,
            templateID: call.body.templateID ?? ContainerTemplate.standardID,
            below: call.container,
            user: call.body.user.flatMap { $0.isNobody ? nil : PartyDesk.UserWish($0) },
            for: call.caller,
            keeping: call.keeping { CreationReceipt(id: $0.wire) })
        return CreationReceipt(id: id.wire)
    }

    func edit(_ call: Call<EditContainer>) async throws {
        guard let name = call.body.name else { throw Refusal.required("name") }
        try await desks.parties.editContainer(
            call.container, named: name, description: call.body.description, for: call.caller)
    }

    func activate(_ call: Call<NoBody>) async throws {
        try await desks.parties.setActive(true, call.container, for: call.caller)
    }

    func deactivate(_ call: Call<NoBody>) async throws {
        try await desks.parties.setActive(false, call.container, for: call.caller)
    }

    func parent(_ call: Call<NoBody>) async throws -> ContainerDetails {
        try await details(
            [try await desks.parties.parent(of: call.container, for: call.caller)])[0]
    }

    func roles(_ call: Call<NoBody>) async throws -> AccessRoleList {
        _ = try await desks.parties.container(call.container, for: call.caller)
        return AccessRoleList(accessRoles: Role.allCases.map(AccessRole.init))
    }

    /// There is one, which all containers are made from.
    func templates(_ call: Call<NoBody>) async throws -> ContainerTemplateList {
        _ = try await desks.parties.container(call.container, for: call.caller)
        var template = Self.template(for: call.caller)
        template.accessRoles = nil
        return ContainerTemplateList(containerTemplates: [template])
    }

    func template(_ call: Call<NoBody>) async throws -> ContainerTemplateDetails {
        _ = try await desks.parties.container(call.container, for: call.caller)
        guard call.text("template_id") == String(ContainerTemplate.standardID) else {
            throw Refusal.notFound(.template)
        }
        return Self.template(for: call.caller)
    }

    private func details(_ containers: [Container]) async throws -> [ContainerDetails] {
        let use = try await desks.parties.use(of: containers)
        return containers.map { ContainerDetails($0, use[$0.id] ?? ContainerUse()) }
    }

    private static func template(for caller: Caller) -> ContainerTemplateDetails {
        ContainerTemplateDetails(
            id: ContainerTemplate.standardID, name: ContainerTemplate.standardName,
            dateCreated: Timestamp(caller.account.createdAt),
            accessRoles: Role.allCases.map(AccessRole.init))
    }
}

extension Call {
    /// The container that the path names.
    var container: ID<Container> {
        get throws { try id("container_id", of: .container) }
    }
}

extension APIModels.NewUser {
    /// Clients that send all members they know leave those of a user empty where they want none.
    fileprivate var isNobody: Bool {
        firstName == nil && lastName == nil && email == nil && username == nil
    }
}
