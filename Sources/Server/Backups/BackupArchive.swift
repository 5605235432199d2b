import Crypto
import Foundation

/// What is in a backup: a tar archive with the database, the sealed keys, the owner's profiles, and
/// last of all their SHA-256 sums, in the form that `sha256sum --check` reads.
enum BackupArchive {
    static let database = "chancery.sqlite"
    static let keyFolder = "keys"
    static let keySuffix = ".key"

    /// The file of a key, by the key's identifier in hex.
    static func keyName(_ id: String) -> String { "\(keyFolder)/\(id)\(keySuffix)" }

    static let profileFolder = ProfileFolder.usualName
    static let sums = "SHA256SUMS"
    static let sumsOctetsMax: UInt64 = 1 << 20
    /// An archive ends with so many blocks of zeros.
    static let endBlocks = 2

    /// Whether a backup may hold a file of this name: nothing of an archive is unpacked elsewhere.
    static func isOurs(_ name: String) -> Bool {
        if name == database { return true }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        switch String(parts[0]) {
        case keyFolder:
            return parts[1].hasSuffix(keySuffix)
                && parts[1].dropLast(keySuffix.count).allSatisfy { $0.isASCII && $0.isHexDigit }
        case profileFolder: return ProfileFolder.isProfile(String(parts[1]))
        default: return false
        }
    }
}

/// Writes a backup from its beginning to its end.
struct ArchiveWriter {
    private let file: PlainFile
    private let time: UInt64
    private var sums = ""

    init(_ file: PlainFile, at time: Date) {
        self.file = file
        self.time = UInt64(max(0, time.timeIntervalSince1970))
    }

    mutating func add(_ path: String, as name: String) throws {
        let source = try PlainFile(path, for: .reading)
        let header = TapeHeader(name: name, size: try source.size)
        try file.write(header.octets(time: time))
        var digest = SHA256()
        var left = header.size
        while left > 0 {
            let piece = try source.read(Int(min(left, UInt64(PlainFile.pieceOctets))))
            guard !piece.isEmpty else {
                throw BackupProblem.unreadable(path: path, reason: "it shrank while it was read")
            }
            digest.update(data: piece)
            try file.write(piece)
            left -= UInt64(piece.count)
        }
        try file.write(Array(repeating: 0, count: header.padding))
        sums += "\(Self.hex(digest))  \(name)\n"
    }

    /// Ends the archive and waits until it is on the disk.
    func finish() throws {
        let octets = Array(sums.utf8)
        let header = TapeHeader(name: BackupArchive.sums, size: UInt64(octets.count))
        let end = header.padding + BackupArchive.endBlocks * TapeHeader.blockOctets
        try file.write(
            header.octets(time: time) + octets + Array(repeating: 0, count: end))
        try file.sync()
    }

    static func hex(_ digest: SHA256) -> String {
        digest.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}

/// Unpacks a backup into a folder, and sees that it is whole.
struct ArchiveReader {
    private let file: PlainFile
    private let folder: String
    private var sums = ""

    init(_ file: PlainFile, into folder: String) {
        self.file = file
        self.folder = folder
    }

    /// Returns the names of the files, in their order.
    mutating func unpack() throws -> [String] {
        var names: [String] = []
        while let header = try TapeHeader(try exactly(TapeHeader.blockOctets)) {
            if header.name == BackupArchive.sums {
                try check(header)
                return names
            }
            guard BackupArchive.isOurs(header.name), !names.contains(header.name) else {
                throw BackupProblem.damaged("it holds \(header.name)")
            }
            try unpack(header)
            names.append(header.name)
        }
        throw BackupProblem.damaged("its sums are missing")
    }

    private mutating func unpack(_ header: TapeHeader) throws {
        if header.name.hasPrefix(BackupArchive.profileFolder + "/") {
            try FileManager.default.createDirectory(
                atPath: folder + "/" + BackupArchive.profileFolder,
                withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        let target = try PlainFile(folder + "/" + header.name, for: .making)
        var digest = SHA256()
        var left = header.size
        while left > 0 {
            let piece = try exactly(Int(min(left, UInt64(PlainFile.pieceOctets))))
            digest.update(data: piece)
            try target.write(piece)
            left -= UInt64(piece.count)
        }
        _ = try exactly(header.padding)
        try target.sync()
        sums += "\(ArchiveWriter.hex(digest))  \(header.name)\n"
    }

    private func check(_ header: TapeHeader) throws {
        guard header.size <= BackupArchive.sumsOctetsMax,
            try exactly(Int(header.size)) == Array(sums.utf8)
        else { throw BackupProblem.damaged("its content has changed since it was written") }
        let end = header.padding + BackupArchive.endBlocks * TapeHeader.blockOctets
        guard try exactly(end).allSatisfy({ $0 == 0 }), try file.read(1).isEmpty else {
            throw BackupProblem.damaged("something stands behind its end")
        }
    }

    private func exactly(_ count: Int) throws -> [UInt8] {
        let octets = try file.read(count)
        guard octets.count == count else { throw BackupProblem.damaged("it was cut") }
        return octets
    }
}
