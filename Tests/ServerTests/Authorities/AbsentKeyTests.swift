import Foundation
import Issuance
import OrderCore
import Registration
import Server
import Testing

@Suite struct AbsentKeyTests {
    @Test(
        "a key that is not within reach is said to be where it ought to be",
        arguments: [
            (
                KeyPlace.files, String?.none,
                "is not in var/keys. Every node needs a copy of that folder, and of the secret "
                    + "that seals it."
            ),
            (
                .token, nil,
                "is on a token, and none is configured. Set pkcs11.module, pkcs11.token, and "
                    + "pkcs11.pinfile or CHANCERY_PKCS11_PIN."
            ),
            (
                .token, "chancery",
                "is not on the token \"chancery\". See pkcs11.module and pkcs11.token; every node "
                    + "needs the token, or one with the same keys."
            ),
        ])
    func phrase(place: KeyPlace, token: String?, advice: String) {
        let problem = SettingsProblem(
            missingKeyOf: "Example CA", at: place, folder: "var/keys", token: token)
        #expect(problem.description == "The key of the CA certificate \"Example CA\" \(advice)")
    }
}

@Suite struct AbsentKeyFileTests {
    @Test("a root without its key file serves, and is known to lack it")
    func root() async throws {
        let folder = try await DataFolder()
        let root = try await folder.withInstallation { opened in
            let roster = try await opened.authorities.roster()
            #expect(roster.entries.allSatisfy { !opened.lacksKeyFile(of: $0) })
            return try #require(roster.entries.first { $0.role == .root })
        }
        try FileManager.default.removeItem(
            atPath: folder.path + "/keys/\(root.certificate.key.identifier.hex).key")
        try await folder.withInstallation { opened in
            let registry = try await opened.registry()
            let lacking = registry.authority.roster.entries.filter { opened.lacksKeyFile(of: $0) }
            #expect(lacking.map(\.id) == [root.id])
            let lines = SampleLog()
            registry.tellAbsentKeys(lines.logger)
            #expect(lines.text.contains("key of a CA certificate is not here"))
            #expect(lines.text.contains(root.name))
            _ = try await CRLMaker(registry: registry, logger: lines.logger).makeDue()
            #expect(lines.text.contains("revocation list not made: the key is not here"))
        }
    }
}
