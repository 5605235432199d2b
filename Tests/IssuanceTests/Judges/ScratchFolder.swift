import Foundation

/// A folder of a test's own, gone with it.
final class ScratchFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "issuance-\(UUID().uuidString)", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit {
        // A folder left over in the temporary directory hurts nobody.
        try? FileManager.default.removeItem(at: url)
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        try write(name, Array(text.utf8))
    }

    @discardableResult
    func write(_ name: String, _ octets: [UInt8]) throws -> String {
        let file = url.appending(path: name)
        try Data(octets).write(to: file)
        return file.path(percentEncoded: false)
    }

    func read(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: url.appending(path: name)))
    }

    func text(_ name: String) throws -> String {
        String(decoding: try read(name), as: UTF8.self)
    }
}

extension ScratchFolder {
    /// The path with the slash after it.
    var path: String { url.path(percentEncoded: false) }
}
