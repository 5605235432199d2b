import Foundation

/// A token of SoftHSM (Debian's `softhsm2`), in a folder of its own.
///
/// SoftHSM reads one environment variable, once a process: all tokens of a test run share a folder,
/// and are told apart by their labels.
package struct SoftToken: Sendable {
    package let label: String
    package static let pin = "4711 0815"
    package static let modulePath = "/usr/lib/softhsm/libsofthsm2.so"

    package static let isInstalled = FileManager.default.fileExists(atPath: modulePath)

    private static let home = Result { () throws -> ScratchFolder in
        let folder = try ScratchFolder()
        try FileManager.default.createDirectory(
            atPath: folder.path + "tokens", withIntermediateDirectories: true)
        let file = try folder.write(
            "softhsm2.conf",
            "directories.tokendir = \(folder.path)tokens\nobjectstore.backend = file\n")
        setenv("SOFTHSM2_CONF", file, 1)
        return folder
    }

    /// Makes a token with this label.
    package init(_ label: String) throws {
        _ = try Self.home.get()
        self.label = label
        try Command(name: "softhsm2-util").succeed([
            "--init-token", "--free", "--label", label, "--so-pin", "5678", "--pin", Self.pin,
        ])
    }

    /// Asks the token with the tool of OpenSC.
    package func tool(_ arguments: [String]) throws -> String {
        try Command(name: "pkcs11-tool").succeed(
            ["--module", Self.modulePath, "--token-label", label, "--login", "--pin", Self.pin]
                + arguments)
    }
}
