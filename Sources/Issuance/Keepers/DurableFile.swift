package import Foundation

/// A file for the owner's eyes that is there whole or not at all, also after a loss of power.
///
/// Written beside its place, synced, and linked there under its name, which fails rather than
/// replace what is there; then the folder is synced, or the name itself could be lost.
struct DurableFile {
    let url: URL

    init(_ url: URL) {
        self.url = url
    }

    func write(_ octets: [UInt8]) throws(FileProblem) {
        let path = url.path(percentEncoded: false)
        let draft = path + ".partial"
        // What a crash left behind; that it is mostly not there is no error.
        _ = unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FileProblem(url) }
        defer { _ = unlink(draft) }
        do {
            defer { _ = close(file) }
            try write(octets, to: file)
            guard fsync(file) == 0 else { throw FileProblem(url) }
        }
        guard link(draft, path) == 0 else { throw FileProblem(url) }
        try DurableFolder.sync(url.deletingLastPathComponent())
    }

    private func write(_ octets: [UInt8], to file: Int32) throws(FileProblem) {
        var rest = octets[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { throw FileProblem(url) }
            rest = rest.dropFirst(count)
        }
    }
}

/// Sees that nobody but the owner may touch a file or folder.
package enum OwnerOnly {
    package static func check(_ url: URL) throws(KeeperProblem) {
        let path = url.path(percentEncoded: false)
        // Modes that cannot be read cannot be trusted either.
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let mode = attributes?[.posixPermissions] as? Int, mode & 0o077 == 0 else {
            throw .exposed(path: path)
        }
    }
}
