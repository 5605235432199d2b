import SQLiteDriver
import Testing

@Suite struct CheckpointGateTests {
    /// What happens to a log, one after the other.
    private enum Step {
        case begin, commit, carryAll, carrySome
    }

    private func isOpen(after steps: Step...) -> Bool {
        var gate = CheckpointGate()
        for step in steps {
            switch step {
            case .begin: gate.noteBegin()
            case .commit: gate.noteCommit()
            case .carryAll: gate.noteCheckpoint(isWhole: true)
            case .carrySome: gate.noteCheckpoint(isWhole: false)
            }
        }
        return gate.isOpen
    }

    @Test("what was committed is carried over")
    func committed() {
        #expect(!isOpen())
        #expect(!isOpen(after: .begin))
        #expect(isOpen(after: .begin, .commit))
        #expect(isOpen(after: .begin, .commit, .carrySome))
    }

    @Test("a log that is carried over whole is left alone until it has begun anew")
    func whole() {
        #expect(!isOpen(after: .begin, .commit, .carryAll))
        #expect(!isOpen(after: .begin, .commit, .carryAll, .begin))
        #expect(isOpen(after: .begin, .commit, .carryAll, .begin, .commit))
        #expect(isOpen(after: .begin, .commit, .carryAll, .begin, .commit, .carrySome))
    }

    @Test("a group that ran beside the checkpoint may have been carried over with the rest")
    func beside() {
        #expect(!isOpen(after: .begin, .commit, .begin, .carryAll, .commit))
        #expect(isOpen(after: .begin, .commit, .begin, .carryAll, .commit, .begin, .commit))
    }
}
