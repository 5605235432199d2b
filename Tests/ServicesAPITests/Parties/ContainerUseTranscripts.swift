import Foundation
import HTTPTypes
import OrderCore
import Registration
import TestKit
import Testing

@Suite("Containers that are reserved for users, organizations and domains")
struct ContainerUseTranscripts {
    private static let organization = """
        {"name":"Epigyne","address":"1 Street","city":"Minneapolis","state":"mn","zip":55401,
        "country":"us","telephone":1,"organization_contact":{"first_name":"Gia",
        "last_name":"Booth","email":"gia@example.com"}}
        """

    @Test("lists are replaced as wholes and shown with the container")
    func lists() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("container-use")
            _ = try await api.send(.post, "/container/1/children", #"{"name":"History"}"#)
            _ = try await api.send(.post, "/organization", Self.organization)
            _ = try await api.installation.addUser(.standardUser)
            let path = "/container/2"
            let steps: [(HTTPRequest.Method, String, String?)] = [
                (.put, "\(path)/user-assignments", #"{"user_id_assignments":[2]}"#),
                (.put, "\(path)/user-assignments", #"{"user_id_assignments":[1]}"#),
                (.put, "\(path)/user-assignments", #"{"user_id_assignments":[77]}"#),
                (.put, "\(path)/user-assignments", "{}"),
                (.put, "/container/77/user-assignments", #"{"user_id_assignments":[]}"#),
                (
                    .put, "\(path)/organization-assignments",
                    #"{"organization_id_assignments":["2",{"id":2}]}"#
                ),
                (
                    .put, "\(path)/organization-assignments",
                    #"{"organization_id_assignments":[77]}"#
                ), (.put, "\(path)/organization-assignments", "{}"),
                (
                    .put, "\(path)/allowed-domain-names",
                    #"{"allowed_domain_names":["Example.org","bücher.example"]}"#
                ),
                (
                    .put, "\(path)/allowed-domain-names",
                    #"{"allowed_domain_names":["*.example.org"]}"#
                ), (.put, "\(path)/allowed-domain-names", "{}"),
                (.get, path, nil), (.get, "/container/1/children", nil),
                (.get, "\(path)/order/organization", nil), (.get, "/organization/2", nil),
                (.put, "\(path)/user-assignments", #"{"user_id_assignments":[]}"#),
                (
                    .put, "\(path)/organization-assignments",
                    #"{"organization_id_assignments":[]}"#
                ), (.put, "\(path)/allowed-domain-names", #"{"allowed_domain_names":[]}"#),
                (.get, path, nil),
            ]
            for (method, path, body) in steps {
                transcript.note(try await api.send(method, path, body), path)
            }
            try transcript.check()
        }
    }

    @Test("a container orders for its organizations alone, and for names in its domains")
    func orders() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/container/1/children", #"{"name":"History"}"#)
            _ = try await api.send(.post, "/organization", Self.organization)
            func place(_ change: [String: Any], in container: Int = 2) async throws -> String? {
                let placed = try await api.send(
                    .post, "/order/certificate/ssl_multi_domain",
                    SampleBody.order(change.merging(["container.id": container]) { $1 }))
                return placed.status == 201 ? nil : try placed.errorCode
            }
            func put(_ path: String, _ body: String) async throws {
                #expect(try await api.send(.put, "/container/2/\(path)", body).status == 204)
            }
            try await put("organization-assignments", #"{"organization_id_assignments":[2]}"#)
            #expect(try await place([:]) == "invalid_value:organization.id")
            #expect(try await place(["organization.id": 2]) == nil)
            #expect(try await place([:], in: 1) == nil)
            try await put("organization-assignments", #"{"organization_id_assignments":[]}"#)
            #expect(try await place([:]) == nil)
            try await put(
                "allowed-domain-names", #"{"allowed_domain_names":["www.example.com"]}"#)
            #expect(try await place([:]) == nil)
            let names = ["certificate.dns_names": ["a.www.example.com", "xwww.example.com"]]
            #expect(try await place(names) == "invalid_value:certificate.dns_names")
            #expect(try await place(names, in: 1) == nil)
            #expect(
                try await place(["certificate.common_name": "example.com"])
                    == "invalid_value:certificate.common_name")
            let reissue = try await api.send(
                .post, "/order/certificate/3/reissue",
                SampleBody.certificate(["certificate.dns_names": ["a.example.com"]]))
            #expect(try reissue.errorCode == "invalid_value:certificate.dns_names")
        }
    }

    @Test("whoever is confined frees nobody, and the last free administrator stays free")
    func confined() async throws {
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/container/1/children", #"{"name":"History"}"#)
            let confined = try await api.installation.addUser(.administrator, containers: [2])
            let user = try await api.installation.addUser(.standardUser, containers: [2])
            let path = "/container/2/user-assignments"
            let none = #"{"user_id_assignments":[]}"#
            let freed = try await api.send(.put, path, none, key: confined.apiKey)
            #expect(try freed.errorCode == "invalid_value:user_id_assignments")
            let last = try await api.send(.put, path, #"{"user_id_assignments":[1]}"#)
            #expect(try last.errorCode == "invalid_value:user_id_assignments")
            // One that is confined elsewhere as well stays so.
            _ = try await api.send(
                .put, "/user/\(user.id)/container-assignments",
                #"{"container_id_assignments":[1,2]}"#)
            #expect(try await api.send(.put, path, none).status == 204)
            let after = try await api.send(.get, "/user/\(user.id)").json
            let left = after["container_assignments"] as? [[String: Any]]
            #expect(left?.map { $0["id"] as? Int } == [1])
        }
    }
}
