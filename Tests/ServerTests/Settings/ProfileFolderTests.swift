import Foundation
import Issuance
import OrderCore
import Registration
import Server
import TestKit
import Testing

/// Where an owner's profiles lie.
@Suite struct ProfileFolderTests {
    private static func book(
        in scratch: ScratchFolder, _ flags: [String: String] = [:]
    ) async throws -> ProfileBook {
        let settings = try await Settings.read(
            dataFolder: scratch.path, flags: flags, file: nil)
        return try settings.profiles.book()
    }

    private static func write(_ text: String, _ name: String, in scratch: ScratchFolder) throws {
        try FileManager.default.createDirectory(
            atPath: scratch.path + "profiles", withIntermediateDirectories: true)
        try scratch.write("profiles/" + name, text)
    }

    private static var plant: String {
        get throws {
            try #require(ShippedProfiles.named("tls_private")?.text)
                .replacing("  - private_ssl_plus\n", with: "")
                .replacing("  - private_ssl_wildcard\n", with: "")
                .replacing("  - private_ssl_multi_domain\n", with: "")
        }
    }

    @Test("one is shown whatever is wrong with others, and where a shell has just emptied it")
    func named() async throws {
        let scratch = try ScratchFolder()
        let shipped = ShippedProfiles.named("tls_private")
        try Self.write("", "plant.yaml", in: scratch)
        try Self.write("", "tls_private.yaml", in: scratch)
        let profiles = try await Settings.read(
            dataFolder: scratch.path, flags: [:], file: nil
        ).profiles
        #expect(throws: ProfileProblem.self) { try profiles.book() }
        #expect(try profiles.named("tls_private") == shipped)
        #expect(try profiles.named("none") == nil)
        #expect(throws: ProfileProblem.self) { try profiles.named("plant") }
        let own = try Self.plant + "# ours\n"
        try Self.write(own, "tls_private.yaml", in: scratch)
        #expect(try profiles.named("tls_private")?.text == own)
    }

    @Test("it need not be there, unless a setting names it")
    func absent() async throws {
        let scratch = try ScratchFolder()
        #expect(try await Self.book(in: scratch).files == ProfileBook.shipped.files)
        let problem = await #expect(throws: SettingsProblem.self) {
            try await Self.book(in: scratch, ["profiles": "/nowhere/profiles"])
        }
        #expect(problem?.description == "profiles is \"/nowhere/profiles\", which is not there")
    }

    @Test("its files take products; what is no profile is named")
    func files() async throws {
        let scratch = try ScratchFolder()
        try Self.write(try Self.plant, "plant.yaml", in: scratch)
        try Self.write("notes", "README", in: scratch)
        let product = ProductCatalog.product("private_ssl_flex")!
        #expect(try await Self.book(in: scratch).profile(for: product).name == "plant")
        for (name, text, words) in [
            ("other.yml", "", "is not read: the name of a profile ends in .yaml"),
            ("Other.yaml", "", "has a name that is not a-z, 0-9 and _, 64 at most"),
            ("other.yaml", "title: [", "is no YAML"),
            ("other.yaml", "title: Other", "lacks the member keys"),
        ] {
            try Self.write(text, name, in: scratch)
            let problem = await #expect(throws: ProfileProblem.self) {
                try await Self.book(in: scratch)
            }
            let said = problem?.description ?? ""
            #expect(said.contains("profiles/\(name)") && said.contains(words), "\(said)")
            try FileManager.default.removeItem(atPath: scratch.path + "profiles/" + name)
        }
    }
}
