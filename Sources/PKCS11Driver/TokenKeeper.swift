package import Issuance
import Synchronization

/// Keeps keys on a PKCS #11 token: a hardware module, or software that acts as one.
///
/// Keys are made on the token, cannot be taken from it, and are found again by their public halves:
/// those that other tools put there are as good, as long as both halves bear one CKA_ID.
package final class TokenKeeper: Keeper {
    private let module: CryptokiModule
    private let lane: TokenLane
    private let known = Mutex<[KeyIdentifier: TokenKey]>([:])

    package static let sessionsMaxUsual = 8

    /// Loads the module and logs in, so that what is wrong stops the start and not the first
    /// signature.
    package init(_ place: TokenPlace, pin: TokenPIN) throws {
        module = try CryptokiModule(path: place.modulePath)
        let opener = SessionOpener(module, label: place.tokenLabel, pin: pin)
        let session = try opener.open()
        let found = try session.keys()
        lane = TokenLane(threadsMax: place.sessionsMax, opener: opener)
        note(found)
    }

    /// Modules take their state down when the process ends: whatever still ran in one by then would
    /// meet memory that is gone. So nothing does once the keeper is.
    deinit {
        lane.stop()
        module.close()
    }

    package func make(_ kind: KeyKind) async throws -> SubjectKey {
        if case .rsa(let bits) = kind, ![2048, 3072, 4096].contains(bits) {
            throw KeeperProblem.kindUnsupported(kind)
        }
        let made = try await lane.run { try $0.generate(kind) }
        note([made])
        return made.key
    }

    /// Notices keys that another process has put on the token since.
    package func keys() async throws -> [SubjectKey] {
        let found = try await lane.run { try $0.keys() }
        note(found)
        return found.map(\.key).sorted { $0.identifier.hex < $1.identifier.hex }
    }

    package func sign(
        _ bytes: [UInt8], with identifier: KeyIdentifier, over hash: HashAlgorithm
    ) async throws -> [UInt8] {
        guard let key = known.withLock({ $0[identifier] }) else {
            throw KeeperProblem.unknownKey(identifier)
        }
        let form = TokenForm(key.key.kind)
        let input = form.input(bytes, over: hash)
        return form.signature(try await lane.run { try $0.sign(input, with: key) })
    }

    private func note(_ keys: [TokenKey]) {
        known.withLock { known in
            for key in keys { known[key.key.identifier] = key }
        }
    }
}

/// Which token, behind which module.
package struct TokenPlace: Equatable, Sendable {
    package let modulePath: String
    package let tokenLabel: String
    /// How many sessions a process holds at most; as many signatures are made at once.
    package let sessionsMax: Int

    package init(
        modulePath: String, tokenLabel: String, sessionsMax: Int = TokenKeeper.sessionsMaxUsual
    ) {
        self.modulePath = modulePath
        self.tokenLabel = tokenLabel
        self.sessionsMax = sessionsMax
    }
}

/// The user PIN of a token. Does not show itself when printed.
package struct TokenPIN: Sendable, CustomStringConvertible, CustomReflectable {
    let octets: [UInt8]

    package init(_ text: String) {
        octets = Array(text.utf8)
    }

    package var description: String { "(secret)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
