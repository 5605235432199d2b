import Foundation
import HTTPTypes
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// What is told of API keys, and to whom.
@Suite("Keys as others see them")
struct KeySightTests {
    private static func lastUse(_ api: RunningAPI, _ key: ID<APIKey>) async throws -> String? {
        try await api.send(.get, "/key/\(key)").json["last_used_date"] as? String
    }

    @Test("when a key was last used is told once it is written down, which no request waits for")
    func lastUse() async throws {
        try await RunningAPI.run { api in
            let made = try await api.installation.keys.create(name: "Reader", role: .viewOnly)
            let registry = api.installation.registry
            #expect(try await registry.keepKeyUses() == 0)
            #expect(try await Self.lastUse(api, made.id) == nil)
            for _ in 1...3 {
                _ = try await api.send(.get, "/user/me", key: made.key)
                api.installation.clock.advance(seconds: 10)
            }
            #expect(try await Self.lastUse(api, made.id) == nil)
            #expect(try await registry.keepKeyUses() == 0)
            #expect(try await Self.lastUse(api, made.id) == "2026-01-05T12:00:20+00:00")
            let listed = try await api.send(.get, "/key").json["api_keys"] as? [[String: Any]]
            #expect(listed?.last?["last_used_date"] as? String == "2026-01-05T12:00:20+00:00")
            // Another node, behind in time, takes nothing of it back.
            try await registry.database.write { [now = api.installation.clock.wall.now] in
                try $0.noteUses([made.id: now.addingTimeInterval(-3600)])
            }
            #expect(try await Self.lastUse(api, made.id) == "2026-01-05T12:00:20+00:00")
        }
    }

    @Test("a key that is refused was not used")
    func refused() async throws {
        try await RunningAPI.run { api in
            let made = try await api.installation.keys.create(name: "Reader", role: .viewOnly)
            _ = try await api.installation.keys.revoke(made.id)
            #expect(try await api.send(.get, "/user/me", key: made.key).status == 403)
            #expect(try await api.installation.registry.keepKeyUses() == 0)
            #expect(try await Self.lastUse(api, made.id) == nil)
        }
    }

    @Test("whoever is confined to containers sees keys of users there, and its own")
    func confined() async throws {
        try await RunningAPI.run { api in
            func division(_ name: String) async throws -> ID<Container> {
                let made = try await api.send(
                    .post, "/container/1/children", #"{"name":"\#(name)","template_id":1}"#)
                return ID(Int64(try #require(try made.json["id"] as? Int)))
            }
            let (lab, shop) = (try await division("Lab"), try await division("Shop"))
            let inside = try await api.installation.addUser(.manager, containers: [lab])
            let outside = try await api.installation.addUser(.manager, containers: [shop])
            let elsewhere = try await api.installation.addUser(.manager)
            _ = try await api.send(
                .put, "/user/\(elsewhere.id)/container-assignments",
                #"{"container_id_assignments":[\#(lab)]}"#)
            func seen(_ key: String, _ query: String = "") async throws -> [Int?] {
                let answer = try await api.send(.get, "/key" + query, key: key)
                let keys = try answer.json["api_keys"] as? [[String: Any]] ?? []
                return keys.map { ($0["user"] as? [String: Any])?["id"] as? Int }
            }
            let ids = [inside.id, outside.id, elsewhere.id].map { Int($0.rawValue) }
            #expect(try await seen(api.installation.apiKey) == [1] + ids)
            #expect(try await seen(inside.apiKey) == [ids[0]])
            #expect(try await seen(elsewhere.apiKey) == [ids[0], ids[2]])
            #expect(try await seen(inside.apiKey, "?user_id=\(outside.id)") == [])
            for (number, status) in [(1, 404), (2, 200), (3, 404), (4, 404)] {
                let answer = try await api.send(.get, "/key/\(number)", key: inside.apiKey)
                #expect(answer.status == status, "\(number)")
            }
        }
    }
}
