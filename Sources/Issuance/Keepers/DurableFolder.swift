package import Foundation

/// A folder for the owner alone whose name outlives a loss of power.
///
/// A file that is synced in a folder that is not is found by nobody: each name that is made here is
/// synced in the folder that holds it.
package enum DurableFolder {
    /// Makes the folder and those above it; nothing where it is there already.
    package static func make(_ folder: URL) throws(FileProblem) {
        let path = folder.standardizedFileURL.path(percentEncoded: false)
        guard !FileManager.default.fileExists(atPath: path) else { return }
        let parent = folder.standardizedFileURL.deletingLastPathComponent()
        try make(parent)
        // Somebody who starts at the same time may have been faster.
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw FileProblem(path) }
        try sync(parent)
    }

    static func sync(_ folder: URL) throws(FileProblem) {
        let descriptor = open(folder.path(percentEncoded: false), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileProblem(folder) }
        defer { _ = close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileProblem(folder) }
    }
}
