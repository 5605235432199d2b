import Foundation
import TestKit
import Testing

@testable import Issuance

@Suite struct ResealingTests {
    private let scratch: ScratchFolder
    private let folder: URL
    private let old = SealingSecret.octets(SymmetricKeyOctets(Array(repeating: 1, count: 32)))
    private let new = SealingSecret.passphrase("open sesame", cost: .least)

    init() throws {
        scratch = try ScratchFolder()
        folder = scratch.url.appending(path: "keys")
        try SealedFileKeeper.makeFolder(folder)
    }

    private func keys(under secret: SealingSecret) async throws -> [SubjectKey] {
        try await SealedFileKeeper(folder: folder, secret: secret).keys()
    }

    private var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: scratch.path).sorted() }
    }

    @Test("all keys are opened by the new secret, and no more by the old one; and back")
    func reseal() async throws {
        let keeper = try SealedFileKeeper(folder: folder, secret: old)
        for kind in [KeyKind.p256, .p384, .rsa(bits: 2048)] { _ = try await keeper.make(kind) }
        let made = try await keeper.keys()
        #expect(try await SealedFolder(folder).reseal(from: old, to: new) == 3)
        #expect(try await keys(under: new) == made)
        #expect(throws: KeeperProblem.self) { try SealedFileKeeper(folder: folder, secret: old) }
        #expect(try await SealedFolder(folder).reseal(from: old, to: new) == 3)
        #expect(try await SealedFolder(folder).reseal(from: new, to: old) == 3)
        #expect(try await keys(under: old) == made)
        #expect(try names == ["keys"])
    }

    @Test("what an interrupted run left behind is neither used nor in the way")
    func interrupted() async throws {
        let keeper = try SealedFileKeeper(folder: folder, secret: old)
        _ = try await keeper.make(.p256)
        let made = try await keeper.keys()
        // Killed while the draft was written.
        let draft = scratch.url.appending(path: "keys.resealed")
        try SealedFileKeeper.makeFolder(draft)
        try scratch.write("keys.resealed/half.key", [1, 2, 3])
        #expect(try await keys(under: old) == made)
        #expect(try await SealedFolder(folder).reseal(from: old, to: new) == 1)
        #expect(try await keys(under: new) == made)
        // Killed before what was replaced was removed.
        try SealedFileKeeper.makeFolder(draft)
        #expect(try await SealedFolder(folder).reseal(from: old, to: new) == 1)
        #expect(try names == ["keys"])
    }

    @Test("who runs on with the old secret writes nothing, and goes on signing")
    func beside() async throws {
        let running = try SealedFileKeeper(folder: folder, secret: old)
        let key = try await running.make(.p256)
        _ = try await SealedFolder(folder).reseal(from: old, to: new)
        await #expect(throws: KeeperProblem.resealed(path: folder.path)) {
            try await running.make(.p256)
        }
        #expect(try await running.keys() == [key])
        _ = try await running.sign([1], with: key.identifier, over: .sha256)
        #expect(try await keys(under: new) == [key])
    }

    @Test("what was written under the old secret meanwhile stops no start, and is sealed again")
    func stragglers() async throws {
        let keeper = try SealedFileKeeper(folder: folder, secret: old)
        let key = try await keeper.make(.p256)
        let late = try await keeper.make(.p256)
        let file = try scratch.read(name(of: late))
        _ = try await SealedFolder(folder).reseal(from: old, to: new)
        try put(file, name(of: late))
        #expect(try await keys(under: new) == [key])
        #expect(try await keys(under: old) == [late])
        #expect(try await SealedFolder(folder).reseal(from: old, to: new) == 2)
        #expect(try await Set(keys(under: new)) == [key, late])
        #expect(try names == ["keys"])
    }

    @Test("nor does one who wrote after the change: a file under the old secret licenses no other")
    func late() async throws {
        let running = try SealedFileKeeper(folder: folder, secret: old)
        let key = try await running.make(.p256)
        let late = try await running.make(.p256)
        let file = try scratch.read(name(of: late))
        _ = try await SealedFolder(folder).reseal(from: old, to: new)
        try put(file, name(of: late))
        await #expect(throws: KeeperProblem.resealed(path: folder.path)) {
            try await running.make(.p256)
        }
        #expect(try await keys(under: new) == [key])
    }

    @Test("who runs on while the secret is changed and changed back goes on writing")
    func back() async throws {
        let running = try SealedFileKeeper(folder: folder, secret: old)
        let key = try await running.make(.p256)
        _ = try await SealedFolder(folder).reseal(from: old, to: new)
        _ = try await SealedFolder(folder).reseal(from: new, to: old)
        let second = try await running.make(.p256)
        #expect(try await Set(keys(under: old)) == [key, second])
    }

    @Test("what was written just before the folders changed places outlives a kill just after it")
    func killed() async throws {
        let keeper = try SealedFileKeeper(folder: folder, secret: old)
        let key = try await keeper.make(.p256)
        let file = try scratch.read(name(of: key))
        let late = try await keeper.make(.p256)
        let lateFile = try scratch.read(name(of: late))
        try FileManager.default.removeItem(atPath: scratch.path + name(of: late))
        #expect(try await SealedFolder(folder).reseal(from: old, to: new) == 1)
        // As the kill leaves it: what was replaced is in the draft, with what came last.
        try SealedFileKeeper.makeFolder(scratch.url.appending(path: "keys.resealed"))
        try put(file, name(of: key, in: "keys.resealed"))
        try put(lateFile, name(of: late, in: "keys.resealed"))
        #expect(try await SealedFolder(folder).reseal(from: old, to: new) == 2)
        #expect(try await Set(keys(under: new)) == [key, late])
        #expect(try names == ["keys"])
    }

    @Test("a file under another secret that has no key's name is not thrown away")
    func nameless() async throws {
        let keeper = try SealedFileKeeper(folder: folder, secret: old)
        let key = try await keeper.make(.p256)
        let other = scratch.url.appending(path: "other")
        try SealedFileKeeper.makeFolder(other)
        let third = SealingSecret.octets(SymmetricKeyOctets(Array(repeating: 3, count: 32)))
        let stray = try await SealedFileKeeper(folder: other, secret: third).make(.p256)
        try put(scratch.read(name(of: stray, in: "other")), "keys/copy.key")
        let path = folder.path + "/copy.key"
        await #expect(throws: KeeperProblem.secretWrong(path: path, under: .keyFile)) {
            try await SealedFolder(folder).reseal(from: old, to: new)
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
                == ["\(key.identifier.hex).key", "copy.key"])
    }

    private func name(of key: SubjectKey, in folder: String = "keys") -> String {
        "\(folder)/\(key.identifier.hex).key"
    }

    /// Puts a sealed file where it was, or elsewhere.
    private func put(_ file: [UInt8], _ name: String) throws {
        try scratch.write(name, file)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: scratch.path + name)
    }

    @Test("a secret that opens nothing changes nothing")
    func wrong() async throws {
        let keeper = try SealedFileKeeper(folder: folder, secret: old)
        _ = try await keeper.make(.p256)
        let other = SealingSecret.octets(SymmetricKeyOctets(Array(repeating: 2, count: 32)))
        let before = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        await #expect(throws: KeeperProblem.self) {
            try await SealedFolder(folder).reseal(from: other, to: new)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == before)
        #expect(try await keys(under: old).count == 1)
    }
}
