import Foundation
import Issuance
import Registration
import Server
import TestKit
import Testing

/// The key of an authority that is known here, and gone.
@Suite struct LostKeyTests {
    @Test("it comes back with its certificate, and only where it was lost")
    func back() async throws {
        let folder = try await DataFolder()
        try folder.scratch.makeRoot(["-addext", "keyUsage=critical,keyCertSign,cRLSign"])
        let path = folder.scratch.path
        let file = try AuthorityFile(path + "certificate.pem", key: path + "key.pem")
        func install() async throws -> [CAEntry] {
            try await folder.withInstallation {
                try await $0.workshop().install(
                    AuthorityIntake(file.certificates, key: file.key))
            }
        }
        let entry = try #require(try await install().first)
        await #expect(throws: IntakeRefusal.keyTaken("CN=Root", by: entry.id)) {
            try await install()
        }
        let sealed = folder.path + "/keys/" + entry.certificate.key.identifier.hex + ".key"
        try FileManager.default.removeItem(atPath: sealed)
        #expect(try await install().map(\.id) == [entry.id])
        #expect(FileManager.default.fileExists(atPath: sealed))
    }
}
