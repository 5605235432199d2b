import Crypto
package import Foundation

/// Reads a signing log line by line, and follows its chain.
package struct LedgerReading {
    private let file: URL

    package init(_ file: URL) {
        self.file = file
    }

    /// The logs of a folder, oldest first by name.
    package static func files(in folder: URL) throws -> [URL] {
        let path = folder.path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == SigningLedger.fileExtension }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    package enum Problem: Error, Equatable {
        /// The line with this number, from 0, is not as it was written, or does not follow on the
        /// one before.
        case altered(line: Int)
        /// The last line is not whole: the process died while it wrote it.
        case torn
        case unreadable
    }

    /// Shows each record with the hash up to it. Ends with the problem that stopped it, if any.
    package func each(_ body: (LedgerRecord, [UInt8]) throws -> Void) throws -> Problem? {
        guard let data = try? Data(contentsOf: file, options: .mappedIfSafe) else {  // told below
            return .unreadable
        }
        var hash: [UInt8] = []
        var number = 0
        var rest = data[...]
        while !rest.isEmpty {
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return .torn }
            let line = String(decoding: rest[..<end], as: UTF8.self)[...]
            rest = rest[rest.index(after: end)...]
            guard let (text, told) = LedgerRecord.split(line),
                Array(SHA256.hash(data: hash + text.utf8)) == told,
                let record = LedgerRecord(line: text), record.number == number
            else { return .altered(line: number) }
            hash = told
            number += 1
            try body(record, hash)
        }
        return nil
    }
}
