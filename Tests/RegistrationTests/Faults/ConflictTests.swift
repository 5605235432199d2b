import OrderCore
import Storage
import Synchronization
import TestKit
import Testing

@testable import Registration

/// Steps whose ground others change.
@Suite struct ConflictTests {
    @Test(
        "a step is begun again as long as a crowd may last, and no longer",
        arguments: [(20, true), (24, false)])
    func tries(conflicts: Int, succeeds: Bool) async throws {
        let house = try await House()
        let count = Mutex(0)
        let step = {
            let tries = count.withLock { count in
                count += 1
                return count
            }
            if tries <= conflicts { throw StorageProblem.changedMeanwhile }
        }
        if succeeds {
            try await house.registry.retryingConflicts(step)
        } else {
            let refusal = await #expect(throws: Refusal.self) {
                try await house.registry.retryingConflicts(step)
            }
            #expect(refusal?.code == .serviceUnavailable)
        }
        #expect(count.withLock(\.self) == (succeeds ? conflicts + 1 : conflicts))
    }

    @Test("what else goes wrong is not tried again")
    func other() async throws {
        let house = try await House()
        let count = Mutex(0)
        await #expect(throws: Refusal.self) {
            try await house.registry.retryingConflicts {
                count.withLock { $0 += 1 }
                throw Refusal.notFound(.order)
            }
        }
        #expect(count.withLock(\.self) == 1)
    }
}
