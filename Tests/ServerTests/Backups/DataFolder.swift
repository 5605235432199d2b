import Foundation
import Issuance
import OrderCore
import Registration
import Server
import TestKit
import Testing

/// A data folder with an installation, in a scratch folder.
struct DataFolder: Sendable {
    let scratch: ScratchFolder

    init() async throws {
        scratch = try ScratchFolder()
        try await withInstallation { _ = try await $0.foundIfNew() }
    }

    var path: String { scratch.path + "data" }
    var backup: String { scratch.path + "backup.tar" }
    var restored: String { scratch.path + "restored" }

    func settings(_ folder: String? = nil) async throws -> Settings {
        try await Settings.read(dataFolder: folder ?? path, flags: [:], file: nil)
    }

    func withInstallation<Value>(
        _ folder: String? = nil, _ body: (Installation) async throws -> Value
    ) async throws -> Value {
        let opened = try await Installation.open(try await settings(folder))
        let result: Result<Value, any Error>
        do {
            let author = Author(.operator, name: "test", operation: "test")
            result = .success(
                try await Author.$current.withValue(author) { try await body(opened) })
        } catch {
            result = .failure(error)
        }
        try await opened.close()
        return try result.get()
    }

    func makeBackup() async throws -> Backup.Receipt {
        try Backup(of: try await settings()).write(to: backup, at: StoppedClock.noon)
    }

    func restore(_ file: String? = nil) async throws -> Restoration.Receipt {
        try await Restoration(to: try await settings(restored)).restore(
            file ?? backup, at: StoppedClock.noon)
    }

    /// A profile of the owner's own.
    func writeProfile() throws {
        try FileManager.default.createDirectory(
            atPath: path + "/profiles", withIntermediateDirectories: true)
        let shipped = try #require(ProfileBook.shipped.named("tls_private")).text
        let own = shipped.split(separator: "\n", omittingEmptySubsequences: false).filter {
            !$0.hasPrefix("  - private_ssl")
        }.map { $0.hasPrefix("products:") ? "products: [private_ssl_plus]" : String($0) }
        try scratch.write("data/profiles/plant.yaml", own.joined(separator: "\n"))
    }

    /// The names in a folder and below it.
    func names(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    }
}

extension Installation {
    /// Places an order for the administrator, issued at once.
    func place() async throws -> Placement {
        let registry = try await registry()
        let administrator = try await administrator()
        return try await OrderDesk(registry: registry).place(
            try .sample(authority: registry.authority), for: administrator)
    }

    private func administrator() async throws -> Caller {
        try await keyDesk.caller(
            showing: try await keyDesk.create(name: "x", role: .unrestricted).key)
    }
}
