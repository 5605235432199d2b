import CDispatch
import Foundation

/// A file that is read or written from its beginning to its end, in pieces of bounded size.
final class PlainFile {
    static let pieceOctets = 1 << 20

    private let path: String
    private let descriptor: Int32

    enum Use {
        case reading
        /// Makes it; there must be none.
        case making
    }

    init(_ path: String, for use: Use) throws(BackupProblem) {
        self.path = path
        switch use {
        case .reading: descriptor = open(path, O_RDONLY | O_CLOEXEC)
        case .making: descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        }
        guard descriptor >= 0 else { throw Self.problem(path) }
    }

    deinit {
        close(descriptor)
    }

    var size: UInt64 {
        get throws(BackupProblem) {
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw Self.problem(path) }
            return UInt64(status.st_size)
        }
    }

    /// Reads up to so many octets; fewer only at the end of the file.
    func read(_ countMax: Int) throws(BackupProblem) -> [UInt8] {
        var piece = [UInt8](repeating: 0, count: countMax)
        var filled = 0
        while filled < countMax {
            let count = piece.withUnsafeMutableBytes {
                Foundation.read(descriptor, $0.baseAddress! + filled, countMax - filled)
            }
            guard count >= 0 else { throw Self.problem(path) }
            if count == 0 { break }
            filled += count
        }
        return Array(piece.prefix(filled))
    }

    func write(_ octets: [UInt8]) throws(BackupProblem) {
        var written = 0
        while written < octets.count {
            let count = octets.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress! + written, octets.count - written)
            }
            guard count > 0 else { throw Self.problem(path) }
            written += count
        }
    }

    /// Waits until everything is on the disk. Folders have their names synced in the same way.
    func sync() throws(BackupProblem) {
        guard fsync(descriptor) == 0 else { throw Self.problem(path) }
    }

    static func sync(_ path: String) throws(BackupProblem) {
        try PlainFile(path, for: .reading).sync()
    }

    /// Gives a file that is written whole its name; there must be none of that name.
    static func publish(_ draft: String, as path: String) throws(BackupProblem) {
        guard link(draft, path) == 0 else {
            throw errno == EEXIST ? BackupProblem.exists(path: path) : problem(path)
        }
        try sync(URL(filePath: path).deletingLastPathComponent().path)
    }

    static func problem(_ path: String) -> BackupProblem {
        .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
}
