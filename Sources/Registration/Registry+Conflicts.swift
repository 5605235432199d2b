import Issuance
import Storage

extension Registry {
    /// How often a step is begun because somebody else changed what it had read.
    static let conflictTriesMax = 24
    /// The longest pause before the next try; the first are shorter, each twice the one before.
    static let conflictPauseMaxMilliseconds = 128

    /// Runs a step of the kind "read, decide, sign, record", anew while what it read changes
    /// under its hands.
    ///
    /// One of those that meet always gets through. The others wait for a while drawn by chance, so
    /// that a crowd around one order passes one after the other instead of meeting again. Where
    /// two of them gave out the same number, the second is refused by a unique index before its
    /// version is looked at; a refusal that is not the doing of others stays one to the end.
    func retryingConflicts<Value>(_ step: () async throws -> Value) async throws -> Value {
        for tries in 1...Self.conflictTriesMax {
            do {
                return try await SigningStep.run(step)
            } catch let problem as StorageProblem where problem.mayBeOfOthers {
                if tries == Self.conflictTriesMax, problem != .changedMeanwhile { throw problem }
                let longest = min(1 << tries, Self.conflictPauseMaxMilliseconds)
                try await Task.sleep(for: .milliseconds(tokens.number(below: longest)))
                // It may be the CA that was changed: who issues is looked up in memory.
                try await authority.refresh(from: database)
            }
        }
        throw Refusal(
            .serviceUnavailable, "Too many changes were made at the same time. Try again.")
    }
}
