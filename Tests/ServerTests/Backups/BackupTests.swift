import Foundation
import OrderCore
import Registration
import Server
import Storage
import TestKit
import Testing

@Suite("Backups")
struct BackupTests {
    @Test("what is backed up while orders come in is restored whole, and goes on")
    func whole() async throws {
        let folder = try await DataFolder()
        try folder.writeProfile()
        let last = try await folder.withInstallation { opened in
            for _ in 0..<5 { _ = try await opened.place() }
            try await CRLMaker(registry: try await opened.registry()).makeDue()
            async let more = Self.place(20, with: opened)
            let receipt = try await folder.makeBackup()
            #expect(receipt.keysCount == 2)
            #expect(receipt.profilesCount == 1)
            return try await more
        }
        let restored = try await folder.restore()
        #expect((5...25).contains(restored.ordersCount))
        #expect(last == 25)
        #expect(restored.keysCount == 2)
        let keys = try folder.names(in: folder.path + "/keys")
        #expect(
            try folder.names(in: folder.restored)
                == ([
                    "chancery.sqlite", "keys", "profiles", "profiles/plant.yaml", "restored.json",
                ] + keys.map { "keys/" + $0 }).sorted())
        #expect(
            try folder.scratch.text("restored/profiles/plant.yaml")
                == folder.scratch.text("data/profiles/plant.yaml"))
        for key in keys {
            let places = ["data/keys/", "restored/keys/"]
            #expect(try Set(places.map { try folder.scratch.read($0 + key) }).count == 1)
        }

        try FileManager.default.copyItem(
            atPath: folder.path + "/sealing.key", toPath: folder.restored + "/sealing.key")
        let next = try await folder.withInstallation(folder.restored) { opened in
            #expect(try await opened.foundIfNew() == nil)
            #expect(try await opened.authorities.roster().issuing.count == 1)
            let entry = try await opened.auditExport.latest(1).first?.content
            #expect(entry?.object == "installation")
            #expect(entry?.author.operation == "chancery restore")
            // Those that were made after the backup are gone, and were newer.
            let due = try await opened.database.read { try $0.crlPartitionsCount(of: 2) }
            let claimed = try await opened.database.write {
                try $0.claimCRLs(at: Installation.now)
            }
            #expect(due > 0)
            #expect(claimed.count == due + 1)
            return try await opened.place()
        }
        #expect(next.order.id.rawValue == Int64(restored.ordersCount + 1))
        #expect(next.chain.count == 3)
    }

    private static func place(_ count: Int, with opened: Installation) async throws -> Int64 {
        var last: Int64 = 0
        for _ in 0..<count { last = try await opened.place().order.id.rawValue }
        return last
    }

    @Test("other programs can read it, and it is its owner's alone")
    func form() async throws {
        let folder = try await DataFolder()
        let receipt = try await folder.makeBackup()
        let keys = try folder.names(in: folder.path + "/keys")
        let listed = try Command.tar.succeed(["--list", "--file", folder.backup])
        let names = ["chancery.sqlite"] + keys.map { "keys/" + $0 } + ["SHA256SUMS"]
        #expect(listed == names.map { $0 + "\n" }.joined())
        let out = folder.scratch.url.appending(path: "out")
        try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
        try Command.tar.succeed(["--extract", "--file", folder.backup], in: out)
        try Command.sha256sum.succeed(["--check", "--strict", "SHA256SUMS"], in: out)
        let verdict = try Command.sqlite.succeed(
            ["chancery.sqlite", "PRAGMA integrity_check"], in: out)
        #expect(verdict == "ok\n")
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.backup)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(attributes[.size] as? UInt64 == receipt.octets)
        #expect(
            try folder.names(in: folder.scratch.path).filter { $0.contains(".partial") } == [])
    }

    @Test("nothing is overwritten")
    func names() async throws {
        let folder = try await DataFolder()
        try folder.scratch.write("backup.tar", "mine")
        await #expect(throws: BackupProblem.exists(path: folder.backup)) {
            try await folder.makeBackup()
        }
        #expect(try folder.scratch.text("backup.tar") == "mine")
        let empty = try await folder.settings(folder.scratch.path + "none")
        #expect(throws: BackupProblem.nothingToBackUp(folder: folder.scratch.path + "none")) {
            try Backup(of: empty).write(to: folder.scratch.path + "b.tar", at: StoppedClock.noon)
        }
        #expect(!FileManager.default.fileExists(atPath: folder.scratch.path + "none"))
    }

    @Test(
        "a database in which nothing was founded is none, and a folder that is not there is named")
    func nothing() async throws {
        let folder = try await DataFolder()
        let vacant = folder.scratch.path + "vacant"
        try await folder.withInstallation(vacant) { _ in }
        let settings = try await folder.settings(vacant)
        #expect(throws: BackupProblem.nothingToBackUp(folder: vacant)) {
            try Backup(of: settings).write(to: folder.backup, at: StoppedClock.noon)
        }
        let file = folder.scratch.path + "none/b.tar"
        #expect(
            throws: BackupProblem.unreadable(
                path: file + ".partial", reason: "No such file or directory")
        ) {
            try Backup(of: settings).write(to: file, at: StoppedClock.noon)
        }
        #expect(
            try folder.names(in: folder.scratch.path).filter { $0.hasPrefix("backup.tar") } == [])
    }

    @Test("a folder that holds anything is not restored into, an empty one is")
    func targets() async throws {
        let folder = try await DataFolder()
        _ = try await folder.makeBackup()
        let target = folder.restored
        try FileManager.default.createDirectory(
            atPath: target, withIntermediateDirectories: true)
        try folder.scratch.write("restored/mine", "x")
        await #expect(throws: BackupProblem.notEmpty(folder: target)) {
            try await folder.restore()
        }
        #expect(try folder.names(in: target) == ["mine"])
        try FileManager.default.removeItem(atPath: target + "/mine")
        #expect(try await folder.restore().ordersCount == 0)
    }

    @Test("a key that is gone is told of by the backup and by the restore, which has the others")
    func missingKey() async throws {
        let folder = try await DataFolder()
        let key = try #require(try folder.names(in: folder.path + "/keys").first)
        try FileManager.default.removeItem(atPath: folder.path + "/keys/" + key)
        #expect(try await folder.makeBackup().keysMissing == ["keys/" + key])
        let restored = try await folder.restore()
        #expect(restored.keysMissing == ["keys/" + key])
        #expect(restored.keysCount == 1)
    }

    @Test("nobody takes a server's database for the place that is restored to")
    func server() async throws {
        let folder = try await DataFolder()
        _ = try await folder.makeBackup()
        let settings = try await Settings.read(
            dataFolder: folder.restored, flags: ["database": "postgres://db.example/chancery"],
            file: nil)
        #expect(throws: SettingsProblem.self) { try Restoration(to: settings) }
        #expect(!FileManager.default.fileExists(atPath: folder.restored))
    }

    @Test("what a crash left behind is in nobody's way")
    func leftovers() async throws {
        let folder = try await DataFolder()
        for name in ["backup.tar.partial", "backup.tar.partial.sqlite"] {
            try folder.scratch.write(name, "half")
        }
        _ = try await folder.makeBackup()
        try FileManager.default.createDirectory(
            atPath: folder.restored + ".partial", withIntermediateDirectories: true)
        try folder.scratch.write("restored.partial/chancery.sqlite", "half")
        #expect(try await folder.restore().keysCount == 2)
        #expect(!FileManager.default.fileExists(atPath: folder.restored + ".partial"))
    }
}
