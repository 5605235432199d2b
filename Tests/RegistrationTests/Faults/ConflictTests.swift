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
        arguments: [(20, true), (24, false)],
        [StorageProblem.changedMeanwhile, .violates(.unique), .violates(.foreignKey)])
    func tries(run: (conflicts: Int, succeeds: Bool), problem: StorageProblem) async throws {
        let (conflicts, succeeds) = run
        let house = try await House()
        let count = Mutex(0)
        let step = {
            let tries = count.withLock { count in
                count += 1
                return count
            }
            if tries <= conflicts { throw problem }
        }
        if succeeds {
            try await house.registry.retryingConflicts(step)
        } else if problem == .changedMeanwhile {
            let refusal = await #expect(throws: Refusal.self) {
                try await house.registry.retryingConflicts(step)
            }
            #expect(refusal?.code == .serviceUnavailable)
        } else {
            // Not a crowd's doing after all: whoever looks at the log is to see what it was.
            await #expect(throws: problem) { try await house.registry.retryingConflicts(step) }
        }
        #expect(count.withLock(\.self) == (succeeds ? conflicts + 1 : conflicts))
    }

    @Test("what else goes wrong is not tried again")
    func other() async throws {
        let house = try await House()
        let others: [any Error] = [Refusal.notFound(.order), StorageProblem.violates(.check)]
        for problem in others {
            let count = Mutex(0)
            await #expect(throws: (any Error).self) {
                try await house.registry.retryingConflicts {
                    count.withLock { $0 += 1 }
                    throw problem
                }
            }
            #expect(count.withLock(\.self) == 1)
        }
    }
}
