/// Several keepers as one: each key signs where it is kept. New keys are made by the first.
package struct KeyRing: Keeper {
    private let keepers: [any Keeper]

    package init(_ first: any Keeper, _ others: [any Keeper]) {
        keepers = [first] + others
    }

    package func make(_ kind: KeyKind) async throws -> SubjectKey {
        try await keepers[0].make(kind)
    }

    package func keys() async throws -> [SubjectKey] {
        var keys: [SubjectKey] = []
        for keeper in keepers { keys += try await keeper.keys() }
        return keys.sorted { $0.identifier.hex < $1.identifier.hex }
    }

    package func sign(
        _ bytes: [UInt8], with key: KeyIdentifier, over hash: HashAlgorithm
    ) async throws -> [UInt8] {
        for keeper in keepers {
            do {
                return try await keeper.sign(bytes, with: key, over: hash)
            } catch KeeperProblem.unknownKey {
                continue
            }
        }
        throw KeeperProblem.unknownKey(key)
    }
}
