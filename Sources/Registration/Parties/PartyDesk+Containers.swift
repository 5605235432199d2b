package import OrderCore
import Storage

/// What becomes of a container after it was added.
extension PartyDesk {
    package func editContainer(
        _ id: ID<Container>, named name: String, description: String?, for caller: Caller
    ) async throws {
        guard name.count <= Self.containerNameCharactersMax else {
            throw Refusal.invalid(
                "name", "is longer than \(Self.containerNameCharactersMax) characters")
        }
        try await registry.database.write { tx in
            let container = try tx.container(id, in: caller.scope)
            try tx.rename(id, to: name, description: description ?? container.description)
            try tx.revise(container.accountID)
        }
    }

    /// A container that is out of use is ordered for no more, nor are those below it.
    package func setActive(
        _ isActive: Bool, _ id: ID<Container>, for caller: Caller
    ) async throws {
        try await registry.database.write { tx in
            let container = try tx.container(id, in: caller.scope)
            guard container.parentID != nil else {
                throw Refusal.invalid("container_id", "is the topmost, which is always active")
            }
            try tx.setActive(isActive, id)
            try tx.revise(container.accountID)
        }
    }

    package func parent(of id: ID<Container>, for caller: Caller) async throws -> Container {
        let scope = caller.scope
        return try await registry.database.read { tx in
            guard let parent = try tx.container(id, in: scope).parentID else {
                throw Refusal.notFound(.container)
            }
            return try tx.container(parent, in: scope)
        }
    }
}
