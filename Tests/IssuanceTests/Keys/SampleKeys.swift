import Synchronization

@testable import Issuance

/// One public key of each kind, made by openssl when it is first asked for.
enum SampleKeys {
    private static let made = Mutex<[KeyKind: SubjectKey]>([:])

    static func key(_ kind: KeyKind) throws -> SubjectKey {
        if let key = made.withLock({ $0[kind] }) { return key }
        let key = try RequestMaker.key(kind)
        made.withLock { $0[kind] = key }
        return key
    }
}
