import Synchronization

/// A keeper that has every signature written down before it releases it.
package struct WitnessedKeeper: Keeper {
    private let keeper: any Keeper
    private let ledger: SigningLedger

    package init(_ keeper: any Keeper, ledger: SigningLedger) {
        self.keeper = keeper
        self.ledger = ledger
    }

    package func make(_ kind: KeyKind) async throws -> SubjectKey {
        try await keeper.make(kind)
    }

    package func keys() async throws -> [SubjectKey] { try await keeper.keys() }

    package func sign(
        _ bytes: [UInt8], with key: KeyIdentifier, over hash: HashAlgorithm
    ) async throws -> [UInt8] {
        let signature = try await keeper.sign(bytes, with: key, over: hash)
        guard let signing = Signing(of: bytes, with: key) else { return signature }
        try ledger.note(signing)
        SigningStep.current?.add(signing, ledger)
        return signature
    }
}

/// A step that signs and then records, as one: what it signed in vain is written down as abandoned.
package final class SigningStep: Sendable {
    @TaskLocal static var current: SigningStep?

    private let signings = Mutex<[(Signing, SigningLedger)]>([])

    fileprivate func add(_ signing: Signing, _ ledger: SigningLedger) {
        signings.withLock { $0.append((signing, ledger)) }
    }

    /// Runs a step. Where it throws, nothing that it signed was kept.
    package static func run<Value>(_ body: () async throws -> Value) async throws -> Value {
        let step = SigningStep()
        do {
            return try await $current.withValue(step) { try await body() }
        } catch {
            for (signing, ledger) in step.signings.withLock({ $0 }) {
                try ledger.abandon(signing, because: String(describing: error))
            }
            throw error
        }
    }
}
