import Foundation
import HTTPTypes
import OrderCore
import Registration
import Testing
import TestKit
import Web

@Suite("Rate limits")
struct LimitTests {
    @Test("the hundred-and-first request in five seconds is refused, a later one is not")
    func burst() async throws {
        try await RunningAPI.run(limits: RateLimiter.contract) { api in
            for _ in 1...100 { #expect(try await api.send(.get, "/user/me").status == 200) }
            let refused = try await api.send(.get, "/user/me")
            #expect(refused.status == 429)
            #expect(try refused.errorCode == "request_limit_exceeded")
            let other = try await api.installation.keys.create(name: "other", role: .unrestricted)
            #expect(try await api.send(.get, "/user/me", key: other.key).status == 200)
            api.installation.clock.advance(seconds: 5)
            #expect(try await api.send(.get, "/user/me").status == 200)
        }
    }

    @Test("a thousand in three minutes are enough, and what was refused does not count")
    func sustained() async throws {
        try await RunningAPI.run(limits: RateLimiter.contract) { api in
            func status() async throws -> Int { try await api.send(.get, "/user/me").status }
            for _ in 1...10 {
                var statuses: Set<Int> = []
                for _ in 1...100 { statuses.insert(try await status()) }
                #expect(statuses == [200])
                let refused = try await status()
                #expect(refused == 429)
                api.installation.clock.advance(seconds: 6)
            }
            let full = try await status()
            #expect(full == 429)
            api.installation.clock.advance(seconds: 120)
            let later = try await status()
            #expect(later == 200)
        }
    }
}
