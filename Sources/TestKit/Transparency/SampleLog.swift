import Crypto
import CryptoExtras
package import Foundation
package import Issuance
import Synchronization
package import Transparency

/// A log for tests, with a tree of its own; it can be told to fail and to lie.
package final class SampleLog: LogClient, Sendable {
    package enum Mood: Equatable, Sendable {
        case honest
        /// It answers with a status of HTTP.
        case failing(status: Int, retryAfter: String? = nil)
        /// It never answers.
        case silent
        /// It signs something else.
        case forging
        /// It answers with the id of another log.
        case strange
        /// It is a day ahead.
        case ahead
        /// It answers what is no timestamp.
        case babbling
    }

    package enum Key: Sendable {
        case p256
        case rsa
    }

    /// One entry with what was promised for it.
    private struct Entry {
        let leaf: [UInt8]
        let precertificate: [UInt8]
        let timestamp: SignedTimestamp
    }

    private struct State {
        var mood = Mood.honest
        var entries: [Entry] = []
        var tree = MerkleTree()
        var asked = 0
    }

    package let name: String
    package let key: LogKey
    private let signer: Signer
    private let now: @Sendable () -> Date
    private let state = Mutex(State())

    package init(
        _ name: String, key kind: Key = .p256, now: @escaping @Sendable () -> Date
    ) throws {
        self.name = name
        self.now = now
        signer = try Signer(kind)
        key = try LogKey(spki: signer.spki)
    }

    package func become(_ mood: Mood) { state.withLock { $0.mood = mood } }
    package var mood: Mood { state.withLock { $0.mood } }
    /// How often it was asked.
    package var asked: Int { state.withLock { $0.asked } }
    package var count: Int { state.withLock { $0.entries.count } }
    package var precertificates: [[UInt8]] { state.withLock { $0.entries.map(\.precertificate) } }
    package var treeHead: (size: Int, root: [UInt8]) {
        state.withLock { ($0.tree.count, $0.tree.root) }
    }

    package func leaves(_ range: Range<Int>) -> [[UInt8]] {
        state.withLock { $0.entries[range.clamped(to: $0.entries.indices)].map(\.leaf) }
    }

    /// Where an entry stands, and what leads from it to the root.
    package func proof(ofLeaf hash: [UInt8]) -> (place: Int, path: [[UInt8]])? {
        state.withLock { state in
            state.tree.place(ofLeaf: hash).map { ($0, state.tree.path(from: $0)) }
        }
    }

    package func sign(_ octets: [UInt8]) throws -> [UInt8] { try signer.signature(over: octets) }
    package var scheme: SignedTimestamp.Scheme { signer.scheme }

    /// The log as lists have it, at an address or nowhere.
    package func listed(
        by operatorName: String, at url: String = "http://localhost", till end: Range<Date>? = nil
    ) -> TransparencyLog {
        TransparencyLog(
            name: name, operatorName: operatorName, url: url, key: key, interval: end)
    }

    /// Takes a chain, as a call or over HTTP. One that it knows gets what it got before.
    package func add(_ chain: [SignedCertificate]) throws -> SignedTimestamp {
        guard chain.count > 1, chain[0].isPrecertificate, chain[0].isSigned(by: chain[1]) else {
            throw Refused()
        }
        let entry = try LoggedEntry(of: chain[0], by: chain[1])
        return try state.withLock { state in
            let known = state.entries.first { $0.precertificate == chain[0].der }
            if let known, state.mood == .honest { return known.timestamp }
            let ahead: TimeInterval = state.mood == .ahead ? 86_400 : 0
            let milliseconds = UInt64(
                now().addingTimeInterval(ahead).timeIntervalSince1970 * 1000)
            let octets = entry.signedOctets(at: milliseconds, extensions: [])
            let timestamp = try SignedTimestamp(
                logID: state.mood == .strange ? key.id.map { ~$0 } : key.id,
                milliseconds: milliseconds, extensions: [], scheme: signer.scheme,
                signature: signer.signature(
                    over: state.mood == .forging ? octets + [0] : octets))
            guard state.mood == .honest else { return timestamp }
            let leaf = entry.leaf(at: milliseconds, extensions: [])
            _ = state.tree.append(leaf)
            state.entries.append(
                Entry(leaf: leaf, precertificate: chain[0].der, timestamp: timestamp))
            return timestamp
        }
    }

    package struct Refused: Error {}

    package func noteQuestion() { state.withLock { $0.asked += 1 } }

    /// Without HTTP.
    package func add(
        _ chain: [SignedCertificate], to log: TransparencyLog
    ) async throws(LogProblem) -> SignedTimestamp {
        noteQuestion()
        switch mood {
        case .failing(let status, let pause) where status == 429 || status == 503:
            throw .busy(status: status, pauseSeconds: pause.flatMap(TimeInterval.init))
        case .failing(let status, _) where status < 500:
            throw .refused(status: status, text: "no")
        case .failing(let status, _): throw .failed("\(status)")
        case .silent:
            await Self.eternity()
            throw .failed("no answer")
        case .babbling: throw .unreadable("babble")
        case .honest, .forging, .strange, .ahead: break
        }
        do {
            return try add(chain)
        } catch {
            throw .refused(status: 400, text: "\(error)")
        }
    }

    /// Ends when whoever waits is called off.
    package static func eternity() async {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        for await _ in stream {}
        continuation.finish()
    }
}

/// Several logs behind one client, each known by its key.
package struct SampleLogs: LogClient {
    package let logs: [SampleLog]

    package init(_ logs: [SampleLog]) {
        self.logs = logs
    }

    package func add(
        _ chain: [SignedCertificate], to log: TransparencyLog
    ) async throws(LogProblem) -> SignedTimestamp {
        guard let known = logs.first(where: { $0.key.id == log.key.id }) else {
            throw .failed("there is no such log")
        }
        return try await known.add(chain, to: log)
    }
}

private enum Signer: Sendable {
    case p256(P256.Signing.PrivateKey)
    case rsa(_RSA.Signing.PrivateKey)

    init(_ kind: SampleLog.Key) throws {
        switch kind {
        case .p256: self = .p256(P256.Signing.PrivateKey())
        case .rsa: self = .rsa(try _RSA.Signing.PrivateKey(keySize: .bits2048))
        }
    }

    var scheme: SignedTimestamp.Scheme {
        switch self {
        case .p256: .ecdsaSHA256
        case .rsa: .rsaSHA256
        }
    }

    var spki: [UInt8] {
        switch self {
        case .p256(let key): Array(key.publicKey.derRepresentation)
        case .rsa(let key): Array(key.publicKey.derRepresentation)
        }
    }

    func signature(over octets: [UInt8]) throws -> [UInt8] {
        let digest = SHA256.hash(data: octets)
        switch self {
        case .p256(let key): return Array(try key.signature(for: digest).derRepresentation)
        case .rsa(let key):
            return Array(
                try key.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation)
        }
    }
}
