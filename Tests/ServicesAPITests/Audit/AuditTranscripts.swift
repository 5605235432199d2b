import HTTPTypes
import OrderCore
import TestKit
import Testing

@Suite("The audit log over HTTP")
struct AuditTranscripts {
    @Test("administrators see who changed what in their account, and nobody else does")
    func list() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("audit-log")
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            _ = try await api.send(
                .put, "/order/certificate/1/additional-emails",
                #"{"additional_emails":["ops@example.com"]}"#)
            _ = try await api.send(
                .put, "/order/certificate/1/revoke", #"{"skip_approval":true}"#)
            let manager = try await api.installation.addUser(.manager).apiKey
            let paths = [
                "/audit-log", "/audit-log?filters[object_type]=order&filters[object_id]=1&limit=1",
                "/audit-log?filters[author_type]=user&sort=-date&limit=1",
                "/audit-log?filters[date]=%3C2020-01-01", "/audit-log?filters[author_type]=ghost",
                "/audit-log?filters[nothing]=1", "/audit-log?sort=operation",
            ]
            for path in paths { transcript.note(try await api.send(.get, path), path) }
            // It has the requests' ids, which differ from run to run.
            let table = try await api.send(.get, "/audit-log?limit=2", accept: "text/csv")
            #expect(table.text.hasPrefix("\"id\",\"date\",\"operation\""))
            transcript.note(try await api.send(.get, "/audit-log", key: manager), "a manager")
            try transcript.check()
        }
    }
}
