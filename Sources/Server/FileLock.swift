import Foundation

/// A lock between processes: a file that one of them holds locked, for as long as it lives.
struct FileLock {
    private let descriptor: Int32

    /// Waits until nobody else holds it.
    init(_ file: URL) throws {
        descriptor = open(file.path(percentEncoded: false), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
            throw SettingsProblem(
                description: "\(file.path(percentEncoded: false)) cannot be locked")
        }
    }

    func release() {
        close(descriptor)
    }
}
