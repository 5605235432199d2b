import Foundation
import HTTPTypes
import OrderCore
import Registration
import TestKit
import Testing

@Suite("Users over HTTP, added and changed")
struct UserTranscripts {
    private static func body(_ change: [String: Any] = [:]) throws -> String {
        let usual: [String: Any] = [
            "username": "ada@example.com", "first_name": "Ada", "last_name": "Lovelace",
            "email": "ada@example.com", "job_title": "Analyst", "telephone": 15_550_100,
            "container": ["id": 1], "access_roles": [["id": "5"]],
        ]
        return try SampleBody.json(usual.merging(change) { $1 })
    }

    @Test("a user is added, edited, given another role and deleted")
    func life() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("users")
            _ = try await api.send(.post, "/container/1/children", #"{"name":"History"}"#)
            let free = "/user/availability/ada@example.com"
            transcript.note(try await api.send(.get, free), "the name is free")
            transcript.note(try await api.send(.post, "/user", Self.body()), "added")
            transcript.note(try await api.send(.get, free), "the name is taken")
            let refused: [[String: Any]] = [
                [:], ["username": "a b"], ["access_roles": [["id": 9]]], ["access_roles": []],
                ["container": ["id": 77]], ["is_api_only": true, "username": "x"],
            ]
            for change in refused {
                transcript.note(try await api.send(.post, "/user", Self.body(change)), "refused")
            }
            // What a client read, it sends back with one change and all that is not for writing.
            var read = try await api.send(.get, "/user/2").json
            read["first_name"] = "Augusta"
            read["job_title"] = nil
            let steps: [(HTTPRequest.Method, String, String?)] = [
                (.put, "/user/2", try SampleBody.json(read)), (.get, "/user/2", nil),
                (.put, "/user/2", #"{"email":"none"}"#),
                (.put, "/user/2", #"{"email":"a@example.com","username":"admin@example.com"}"#),
                (.put, "/user/2/role", #"{"access_roles":[{"id":4}]}"#),
                (.put, "/user/1/role", #"{"access_roles":[{"id":4}]}"#),
                (
                    .put, "/user/2/container-assignments",
                    #"{"container_id_assignments":["2",2]}"#
                ), (.get, "/user/2", nil),
                (.put, "/user/2/container-assignments", #"{"container_id_assignments":[77]}"#),
                (.put, "/user/2/container-assignments", #"{}"#),
                (.put, "/user/1/container-assignments", #"{"container_id_assignments":[2]}"#),
                (.put, "/user/2/container-assignments", #"{"container_id_assignments":[]}"#),
                (.get, "/user/2", nil),
                (.get, "/user/2/resend-create-email", nil),
                (.get, "/user/77/resend-create-email", nil),
                (.get, "/user/api-only", nil), (.delete, "/user/1", nil),
                (.delete, "/user/2", nil), (.get, "/user/2", nil), (.delete, "/user/2", nil),
            ]
            for (method, path, body) in steps {
                transcript.note(try await api.send(method, path, body), path)
            }
            try transcript.check()
        }
    }

    @Test("who made things is let in no more, and stays in the list")
    func deletion() async throws {
        try await RunningAPI.run { api in
            let (id, key) = try await api.installation.addUser(.standardUser)
            let placed = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(), key: key)
            #expect(placed.status == 201)
            #expect(try await api.send(.delete, "/user/\(id)").status == 204)
            #expect(try await api.send(.get, "/user/me", key: key).status == 403)
            let user = try await api.send(.get, "/user/\(id)").json
            #expect(user["status"] as? String == "inactive")
            let order = try await api.send(.get, "/order/certificate/1")
            #expect(order.status == 200)
        }
    }

    @Test("nobody makes or changes a user that may do or see more than oneself")
    func limits() async throws {
        try await RunningAPI.run { api in
            let manager = try await api.installation.addUser(.manager)
            let confined = try await api.installation.addUser(.administrator, containers: [1])
            for id in ["1", "\(confined.id)"] {
                for (method, path, body) in [
                    (.put, "/user/\(id)", #"{"email":"mine@example.com"}"#),
                    (.put, "/user/\(id)/role", #"{"access_roles":[{"id":5}]}"#),
                    (.delete, "/user/\(id)", ""), (.post, "/key/user/\(id)", #"{"name":"k"}"#),
                ] as [(HTTPRequest.Method, String, String)] {
                    let answer = try await api.send(method, path, body, key: manager.apiKey)
                    #expect(try answer.errorCode == "access_denied|missing_permission", "\(path)")
                }
            }
            let promoted = try await api.send(
                .post, "/user", Self.body(["access_roles": [["id": 1]]]), key: manager.apiKey)
            #expect(promoted.status == 403)
            // A confined administrator does not stand in for a free one.
            let last = try await api.send(
                .put, "/user/1/container-assignments", #"{"container_id_assignments":[1]}"#)
            #expect(try last.errorCode == "invalid_value:container_id_assignments")
            // Whoever is confined sets nobody free.
            let freed = try await api.send(
                .put, "/user/\(confined.id)/container-assignments",
                #"{"container_id_assignments":[]}"#, key: confined.apiKey)
            #expect(freed.status == 204)
            let still = try await api.send(.get, "/user/\(confined.id)").json
            #expect(still["has_container_assignments"] as? Bool == true)
            let outside = try await api.send(.delete, "/user/1", key: confined.apiKey)
            #expect(outside.status == 403)
            // Whoever is confined adds users that are confined alike.
            let added = try await api.send(.post, "/user", Self.body(), key: confined.apiKey)
            let id = try #require(added.json["id"] as? Int)
            let user = try await api.send(.get, "/user/\(id)").json
            #expect(user["has_container_assignments"] as? Bool == true)
        }
    }

    @Test("the permissions of a key are told one by one and all together")
    func permissions() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("permissions")
            let (id, key) = try await api.installation.addUser(.standardUser)
            for path in [
                "/authorization", "/authorization/view_orders", "/authorization/create_users",
                "/authorization/fly", "/authorization/view_orders/container",
                "/authorization/create_users/container", "/authorization/fly/container",
            ] {
                transcript.note(try await api.send(.get, path, key: key), path)
            }
            for path in ["view_orders/\(id)", "create_users/\(id)", "fly/\(id)", "view_orders/77"] {
                transcript.note(
                    try await api.send(.get, "/authorization/\(path)"), "of somebody else")
            }
            try transcript.check()
        }
    }
}
