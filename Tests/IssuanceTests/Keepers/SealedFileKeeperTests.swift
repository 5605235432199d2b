import Foundation
@testable import Issuance
import Testing
import TestKit

@Suite struct SealedFileKeeperTests {
    static let octets = SealingSecret.octets(SymmetricKeyOctets(Array(repeating: 9, count: 32)))
    static let phrase = SealingSecret.passphrase("Räksmörgås", cost: .least)

    @Test("keys are there again after a restart, and sign", arguments: [octets, phrase])
    func reopened(_ secret: SealingSecret) async throws {
        let scratch = try ScratchFolder()
        let first = try SealedFileKeeper(folder: scratch.url, secret: secret)
        for kind in [KeyKind.rsa(bits: 2048), .p256, .p384, .p521] {
            #expect(try await first.make(kind).kind == kind)
        }
        let second = try SealedFileKeeper(folder: scratch.url, secret: secret)
        let keys = try await second.keys()
        #expect(try await keys == first.keys())
        #expect(keys.count == 4)
        for key in keys {
            #expect(try await !second.sign([1, 2, 3], with: key.identifier, over: .sha384).isEmpty)
        }
    }

    @Test("a folder with a key file opens in less than a tenth of a second")
    func quick() async throws {
        let (scratch, _) = try await Self.folder()
        let duration = try ContinuousClock().measure {
            _ = try SealedFileKeeper(folder: scratch.url, secret: Self.octets)
        }
        #expect(duration < .milliseconds(100))
    }

    @Test("files are the owner's alone, and no draft is left beside them")
    func modes() async throws {
        let (scratch, file) = try await Self.folder()
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).count == 1)
    }

    @Test(
        "the wrong secret is told from damage",
        arguments: [
            SealingSecret.octets(SymmetricKeyOctets(Array(repeating: 8, count: 32))), phrase,
        ])
    func wrongSecret(_ secret: SealingSecret) async throws {
        let (scratch, file) = try await Self.folder()
        #expect(throws: KeeperProblem.secretWrong(path: file, under: .keyFile)) {
            try SealedFileKeeper(folder: scratch.url, secret: secret)
        }
    }

    @Test("the wrong passphrase is told from damage")
    func wrongPassphrase() async throws {
        let (scratch, file) = try await Self.folder(Self.phrase)
        #expect(throws: KeeperProblem.secretWrong(path: file, under: .passphrase)) {
            try SealedFileKeeper(
                folder: scratch.url, secret: .passphrase("Raksmorgas", cost: .least))
        }
    }

    @Test("a change to any octet is seen, and so is any cut")
    func damage() async throws {
        let (scratch, file) = try await Self.folder()
        let name = URL(filePath: file).lastPathComponent
        let sound = try scratch.read(name)
        for place in sound.indices {
            var broken = sound
            broken[place] ^= 0x10
            try Self.overwrite(file, broken)
            let problem: KeeperProblem =
                place == 8 ? .versionUnknown(0x11, path: file) : .damaged(path: file)
            #expect(throws: problem, "octet \(place)") {
                try SealedFileKeeper(folder: scratch.url, secret: Self.octets)
            }
        }
        for length in 0..<sound.count {
            try Self.overwrite(file, Array(sound[..<length]))
            #expect(throws: KeeperProblem.damaged(path: file), "\(length) octets") {
                try SealedFileKeeper(folder: scratch.url, secret: Self.octets)
            }
        }
    }

    @Test("a key file under another key's name is damaged")
    func renamed() async throws {
        let (scratch, file) = try await Self.folder()
        let other = scratch.path + String(repeating: "AB", count: 20) + ".key"
        try FileManager.default.moveItem(atPath: file, toPath: other)
        #expect(throws: KeeperProblem.damaged(path: other)) {
            try SealedFileKeeper(folder: scratch.url, secret: Self.octets)
        }
    }

    @Test("a folder or file that others may read is refused")
    func exposed() async throws {
        let (scratch, file) = try await Self.folder()
        for path in [file, scratch.path] {
            let before = try FileManager.default.attributesOfItem(atPath: path)
            try FileManager.default.setAttributes([.posixPermissions: 0o740], ofItemAtPath: path)
            #expect(throws: KeeperProblem.exposed(path: path)) {
                try SealedFileKeeper(folder: scratch.url, secret: Self.octets)
            }
            try FileManager.default.setAttributes(before, ofItemAtPath: path)
        }
    }

    @Test("what is not there is refused by name")
    func missing() async throws {
        let scratch = try ScratchFolder()
        let gone = scratch.url.appending(path: "gone")
        let path = gone.path(percentEncoded: false)
        #expect(throws: KeeperProblem.folderMissing(path: path)) {
            try SealedFileKeeper(folder: gone, secret: Self.octets)
        }
        #expect(throws: KeeperProblem.secretMissing(path: path)) {
            try SealingSecret.keyFile(at: gone)
        }
        let folder = scratch.url.path(percentEncoded: false)
        #expect(throws: KeeperProblem.secretUnreadable(path: folder)) {
            try SealingSecret.keyFile(at: scratch.url)
        }
        #expect(throws: FileProblem(path + "/seal", code: ENOENT)) {
            try SealingSecret.makeKeyFile(at: gone.appending(path: "seal"))
        }
        let problem = FileProblem("keys/1.key", code: ENOSPC)
        #expect(problem.description == "keys/1.key: No space left on device.")
        let keeper = try SealedFileKeeper(folder: scratch.url, secret: Self.octets)
        let unknown = try SampleKeys.key(.p256).identifier
        await #expect(throws: KeeperProblem.unknownKey(unknown)) {
            try await keeper.sign([1], with: unknown, over: .sha256)
        }
    }

    @Test("a key file is made once, for the owner, and must have 32 octets")
    func keyFile() async throws {
        let scratch = try ScratchFolder()
        let file = scratch.url.appending(path: "seal")
        try SealingSecret.makeKeyFile(at: file)
        #expect(throws: FileProblem(file.path(percentEncoded: false), code: EEXIST)) {
            try SealingSecret.makeKeyFile(at: file)
        }
        let folder = scratch.url.appending(path: "keys/here", directoryHint: .isDirectory)
        try SealedFileKeeper.makeFolder(folder)
        let secret = try SealingSecret.keyFile(at: file)
        _ = try await SealedFileKeeper(folder: folder, secret: secret).make(.p256)
        #expect(String(describing: secret).contains("(secret)"))
        let path = file.path(percentEncoded: false)
        try Self.overwrite(path, [1, 2, 3])
        #expect(throws: KeeperProblem.secretMalformed(path: path)) {
            try SealingSecret.keyFile(at: file)
        }
    }

    /// A folder with one key in it, and the path of its file.
    private static func folder(
        _ secret: SealingSecret = octets
    ) async throws -> (ScratchFolder, String) {
        let scratch = try ScratchFolder()
        let key = try await SealedFileKeeper(folder: scratch.url, secret: secret).make(.p256)
        return (scratch, scratch.path + key.identifier.hex + ".key")
    }

    private static func overwrite(_ path: String, _ octets: [UInt8]) throws {
        let file = try #require(FileHandle(forWritingAtPath: path))
        try file.truncate(atOffset: 0)
        try file.write(contentsOf: octets)
        try file.close()
    }
}
