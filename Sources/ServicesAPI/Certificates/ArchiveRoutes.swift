import APIModels
import Registration
import Web

/// Certificates put out of sight of the lists, and fetched back.
struct ArchiveRoutes: Sendable {
    let desks: Desks

    func archive(_ call: Call<NoBody>) async throws {
        try await desks.archive.move(
            try call.id("certificate_id", of: .certificate), to: .archive, for: call.caller)
    }

    func restore(_ call: Call<NoBody>) async throws {
        try await desks.archive.move(
            try call.id("certificate_id", of: .certificate), to: .lists, for: call.caller)
    }
}
