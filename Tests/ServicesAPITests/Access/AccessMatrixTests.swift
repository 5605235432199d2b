import APIModels
import HTTPTypes
import OrderCore
import Registration
import Testing
import TestKit

/// Who may call what, asked over HTTP of every operation with a key of every kind.
@Suite("Access")
struct AccessMatrixTests {
    static let file = "access-matrix.txt"

    private struct Column {
        let name: String
        let role: Role
        let keyRole: KeyRole
    }

    private static let columns =
        Role.allCases.map { Column(name: "\($0)", role: $0, keyRole: .unrestricted) }
        + KeyRole.allCases.filter { $0 != .unrestricted }.map {
            Column(name: "key \($0.rawValue)", role: .administrator, keyRole: $0)
        }

    @Test("the matrix of operations, roles and key roles is the kept one")
    func matrix() async throws {
        try await RunningAPI.run { api in
            var keys: [String] = []
            for column in Self.columns {
                keys.append(
                    try await api.installation.addUser(column.role, keyRole: column.keyRole).apiKey)
            }
            var lines = ["operation  " + Self.columns.map(\.name).joined(separator: ", ")]
            for signature in EndpointCatalog.all {
                var marks: [String] = []
                for key in keys { marks.append(try await Self.mark(signature, key: key, api)) }
                lines.append("\(signature)  \(marks.joined(separator: " "))")
            }
            try Transcript.check(lines.joined(separator: "\n") + "\n", Self.file)
        }
    }

    /// Nothing that is asked for exists, so a right that is held shows as 400 or 404.
    private static func mark(
        _ signature: Signature, key: String, _ api: RunningAPI
    ) async throws -> String {
        let path = signature.path.replacing(/\{[a-z_]+\}/, with: "987654")
        let method = HTTPRequest.Method(signature.method.rawValue)!
        let body = path.hasSuffix("/logo") ? "<svg/>" : "{}"
        let exchange = try await api.send(
            method, path, signature.method == .get ? nil : body, key: key)
        // Not every answer is JSON.
        switch (exchange.status, try? exchange.errorCode) {
        case (403, "access_denied|missing_permission"): return "-"
        case (200..<300, _), (400, _), (404, _): return "+"
        default: return "?\(exchange.status)"
        }
    }

    @Test("without a key, or with one that is wrong or revoked, nothing is served")
    func keys() async throws {
        try await RunningAPI.run { api in
            let made = try await api.installation.keys.create(
                name: "short-lived", role: .unrestricted)
            #expect(try await api.send(.get, "/user/me", key: made.key).status == 200)
            #expect(try await api.installation.keys.revoke(made.id))
            for key in ["", "wrong", made.key, String(repeating: "k", count: 5000)] {
                for signature in EndpointCatalog.all {
                    let path = signature.path.replacing(/\{[a-z_]+\}/, with: "1")
                    let method = HTTPRequest.Method(signature.method.rawValue)!
                    let exchange = try await api.send(method, path, key: key)
                    #expect(exchange.status == 403)
                    #expect(try exchange.errorCode == "access_denied|access_denied_invalid_key")
                }
            }
        }
    }

    @Test("a limited user sees its own orders only, a confined user those of its containers")
    func scopes() async throws {
        try await RunningAPI.run { api in
            let limited = try await api.installation.addUser(.limitedUser).apiKey
            let child = try await api.send(.post, "/container/1/children", #"{"name":"West"}"#)
            let containerID = ID<Container>(Int64(try child.json["id"] as! Int))
            let confined = try await api.installation.addUser(.manager, containers: [containerID])
                .apiKey
            #expect(
                try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order()).status
                    == 201)
            let own = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(), key: limited)
            #expect(try own.json["certificate_id"] == nil)
            let west = try await api.send(
                .post, "/order/certificate/ssl_plus", SampleBody.order(), key: confined)
            #expect(west.status == 201)
            func seen(_ key: String?) async throws -> [Int] {
                let list = try await api.send(.get, "/order/certificate", key: key)
                return (try list.json["orders"] as! [[String: Any]]).map { $0["id"] as! Int }
            }
            #expect(try await seen(nil) == [1, 2, 3])
            #expect(try await seen(limited) == [2])
            #expect(try await seen(confined) == [3])
            #expect(try await api.send(.get, "/order/certificate/1", key: limited).status == 404)
            #expect(try await api.send(.get, "/order/certificate/1", key: confined).status == 404)
            #expect(
                try await api.send(
                    .put, "/request/1/status", #"{"status":"rejected"}"#, key: confined
                ).status == 404)
            let approval = try await api.send(
                .put, "/request/2/status", #"{"status":"approved"}"#, key: limited)
            #expect(approval.status == 403)
            #expect(try approval.errorCode == "access_denied|invalid_approver")
        }
    }
}
