package import Foundation

/// A folder of a test's own, gone with it.
package final class ScratchFolder: Sendable {
    package let url: URL

    package init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "chancery-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit {
        // A folder left over in the temporary directory hurts nobody.
        try? FileManager.default.removeItem(at: url)
    }

    @discardableResult
    package func write(_ name: String, _ text: String) throws -> String {
        try write(name, Array(text.utf8))
    }

    @discardableResult
    package func write(_ name: String, _ octets: [UInt8]) throws -> String {
        let file = url.appending(path: name)
        try Data(octets).write(to: file)
        return file.path(percentEncoded: false)
    }

    package func read(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: url.appending(path: name)))
    }

    package func text(_ name: String) throws -> String {
        String(decoding: try read(name), as: UTF8.self)
    }
}

extension ScratchFolder {
    /// The path with the slash after it.
    package var path: String { url.path(percentEncoded: false) }
}
