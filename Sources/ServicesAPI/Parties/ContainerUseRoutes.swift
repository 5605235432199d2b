import APIModels
import OrderCore
import Registration
import Web

/// Whom and what containers are reserved for. Each list replaces the one before.
struct ContainerUseRoutes: Sendable {
    let desks: Desks

    func assignUsers(_ call: Call<AssignUsers>) async throws {
        guard let users = call.body.userAssignments else {
            throw Refusal.required("user_id_assignments")
        }
        try await desks.parties.assignUsers(
            users.compactMap { $0.id?.id() }, to: call.container, for: call.caller)
    }

    func assignOrganizations(_ call: Call<AssignOrganizations>) async throws {
        guard let organizations = call.body.organizationAssignments else {
            throw Refusal.required("organization_id_assignments")
        }
        try await desks.parties.reserve(
            call.container, for: organizations.compactMap { $0.id?.id() }, for: call.caller)
    }

    func allowDomains(_ call: Call<AllowDomains>) async throws {
        guard let names = call.body.allowedDomainNames else {
            throw Refusal.required("allowed_domain_names")
        }
        try await desks.parties.reserve(call.container, forDomains: names, for: call.caller)
    }
}
