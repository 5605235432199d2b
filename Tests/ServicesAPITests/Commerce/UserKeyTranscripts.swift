import Foundation
import HTTPTypes
import OrderCore
import Registration
import TestKit
import Testing

@Suite("API keys over HTTP")
struct UserKeyTranscripts {
    @Test("a key is made, narrowed, revoked and let in again")
    func life() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("user-keys")
            let made = try await api.send(.post, "/key/user/1", #"{"name":"web"}"#)
            transcript.note(made, "made")
            let key = try #require(made.json["api_key"] as? String)
            let id = try #require(made.json["id"] as? Int)
            let steps: [(HTTPRequest.Method, String, String?, Int)] = [
                (.get, "/key/\(id)", nil, 200),
                (.put, "/key/\(id)", #"{"name":"view","restricted_to_role_id":"103"}"#, 403),
                (.put, "/key/\(id)", #"{"name":"web"}"#, 403),
                (.put, "/key/\(id)", #"{"name":"web","restricted_to_role_id":0}"#, 200),
                (.put, "/key/\(id)", #"{"name":"web","restricted_to_role_id":7}"#, 200),
                (.put, "/key/\(id)/status", #"{"status":"revoked"}"#, 403),
                (.get, "/key/\(id)", nil, 403),
                (.put, "/key/\(id)/status", #"{"status":"asleep"}"#, 403),
                (.put, "/key/\(id)/status", #"{"status":"active"}"#, 200),
                (.put, "/key/77/status", #"{"status":"active"}"#, 200),
                (.post, "/key/user/77", #"{"name":"web"}"#, 200),
                (.post, "/key/user/1", #"{"name":"web","restricted_to_role_id":1}"#, 200),
                (.get, "/key/api-roles", nil, 200),
            ]
            for (method, path, body, status) in steps {
                transcript.note(try await api.send(method, path, body), path)
                #expect(try await api.send(.get, "/order/certificate", key: key).status == status)
            }
            try transcript.check()
        }
    }
}
