import HTTPTypes
import TestKit
import Testing

@Suite("How long the lines of a user may be")
struct UserLengthTests {
    private static func mailbox(_ count: Int) -> String {
        let host = "@example.com"
        return String(repeating: "a", count: count - host.count) + host
    }

    @Test(
        "lines are taken up to their length, and not beyond it",
        arguments: [
            ("email", mailbox(255), 204), ("email", mailbox(256), 400),
            ("first_name", String(repeating: "x", count: 128), 204),
            ("first_name", String(repeating: "x", count: 129), 400),
            ("job_title", String(repeating: "x", count: 64), 204),
            ("job_title", String(repeating: "x", count: 65), 400),
            ("telephone", String(repeating: "1", count: 64), 204),
            ("telephone", String(repeating: "1", count: 65), 400),
        ])
    func lengths(member: String, text: String, status: Int) async throws {
        try await RunningAPI.run { api in
            var body: [String: Any] = ["email": "ada@example.com"]
            body[member] = text
            let edited = try await api.send(.put, "/user/1", try SampleBody.json(body))
            #expect(edited.status == status)
            if status == 400 {
                #expect(try edited.errorCode == "invalid_value:\(member)")
            } else {
                let shown = try await api.send(.get, "/user/1").json
                #expect(shown[member] as? String == text)
            }
        }
    }

    @Test("the balance is that of the account, and of no container that the caller does not see")
    func balance() async throws {
        try await RunningAPI.run { api in
            for (query, status) in [("", 200), ("?container_id=1", 200), ("?container_id=99", 404)]
            {
                let answer = try await api.send(.get, "/finance/balance" + query)
                #expect(answer.status == status, "\(query)")
            }
        }
    }
}
