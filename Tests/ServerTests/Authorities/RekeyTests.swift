import Foundation
import Issuance
import OrderCore
import Registration
import Server
import Storage
import TestKit
import Testing

/// A change of what seals the secrets, beside a server that runs on with the old one.
@Suite struct RekeyTests {
    @Test("what the server seals under the old secret meanwhile is sealed again by the next run")
    func stragglers() async throws {
        let folder = try await DataFolder()
        let file = folder.scratch.path + "new.key"
        try await folder.withInstallation { server in
            let registry = try await server.registry()
            let early = try await server.makeCredential("early", registry)
            // The log's own, and that of the credential.
            #expect(try await folder.rekey(to: file) == [2, 2])
            let late = try await server.makeCredential("late", registry)
            let notes = try await server.notesOfSealing()
            #expect(try await folder.rekey(to: file) == [2, 1])
            #expect(try await folder.rekey(to: file) == [2, 0])
            #expect(try await server.notesOfSealing() == notes + 1)
            let box = SecretBox(secret: try .keyFile(at: URL(filePath: file)))
            for made in [early, late] {
                let sealed = try await server.database.read { try $0.sealedMACKeys() }
                    .first { $0.keyID == made.keyID }
                #expect(
                    try box.open(
                        try #require(sealed).sealed, for: "ACME MAC key \(made.keyID)")
                        == made.macKey)
            }
        }
    }
}

/// What is to be kept beside a backup goes by the keys, not by what the command is told.
@Suite struct RekeyedBackupTests {
    @Test("a backup tells under what its keys are sealed")
    func form() async throws {
        let folder = try await DataFolder()
        #expect(try await folder.makeBackup().sealedUnder == .keyFile)
        _ = try await folder.withInstallation {
            try await $0.rekey(to: .passphrase("correct horse battery staple"))
        }
        try FileManager.default.removeItem(atPath: folder.backup)
        #expect(try await folder.makeBackup().sealedUnder == .passphrase)
    }
}

extension DataFolder {
    /// As the command does, with the old secret configured. Returns how many keys there are, and
    /// how many other secrets were sealed.
    fileprivate func rekey(to file: String) async throws -> [Int] {
        try await withInstallation { command in
            let receipt = try await command.rekey(to: .keyFile(file))
            return [receipt.keysCount, receipt.secretsCount]
        }
    }
}

extension Installation {
    fileprivate func makeCredential(
        _ name: String, _ registry: Registry
    ) async throws -> ACMECredentialDesk.Made {
        let caller = try await keyDesk.caller(
            showing: try await keyDesk.create(name: name, role: .unrestricted).key)
        return try await ACMECredentialDesk(registry: registry).make(
            ACMECredentialDesk.Wish(
                name: name, product: try #require(ProductCatalog.product("ssl_dv_rapidssl")),
                organizationID: nil, containerID: nil, length: .years(1), profileOption: nil,
                service: .current),
            for: caller)
    }

    fileprivate func notesOfSealing() async throws -> Int {
        try await auditExport.latest(50).count {
            $0.content.changes.contains("\"sealing\"")
        }
    }
}
