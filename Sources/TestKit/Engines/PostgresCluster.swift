import Foundation
import Synchronization

/// A PostgreSQL server of this test run's own, begun when first asked for; it ends with the process
/// whose end of a pipe it reads from (`script/postgres`).
package final class PostgresCluster: Sendable {
    /// The URL of its first database.
    package let url: String
    /// Held open: where it closes, the server ends.
    private let lifeline: Pipe
    private let schemasCount = Mutex(0)

    package struct Failure: Error {
        package let said: String
    }

    /// The one that tests share. Absent where PostgreSQL is not installed.
    package static let shared = Result { try PostgresCluster() }

    /// Whether there are the programs that a server is made with.
    package static let isInstalled: Bool = {
        let places = ["/usr/lib/postgresql"] + pathFolders
        return places.contains { folder in
            folder.hasSuffix("postgresql")
                ? FileManager.default.fileExists(atPath: folder)
                : FileManager.default.isExecutableFile(atPath: folder + "/initdb")
        }
    }()

    private static var pathFolders: [String] {
        ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
            .map(String.init)
    }

    package init(_ options: [String] = []) throws {
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../script/postgres").standardizedFileURL
        let process = Process()
        process.executableURL = script
        process.arguments = options
        let lifeline = Pipe()
        let answer = Pipe()
        process.standardInput = lifeline
        process.standardOutput = answer
        try process.run()
        var line: [UInt8] = []
        while let octet = try answer.fileHandleForReading.read(upToCount: 1)?.first,
            octet != UInt8(ascii: "\n")
        {
            line.append(octet)
        }
        guard !line.isEmpty else { throw Failure(said: "script/postgres does not start") }
        url = String(decoding: line, as: UTF8.self)
        self.lifeline = lifeline
    }

    /// The URL of a schema that nobody else has. The schema itself has yet to be made.
    package func newSchema() -> (name: String, url: String) {
        let number = schemasCount.withLock { count in
            count += 1
            return count
        }
        let name = "test\(number)"
        return (name, "\(url)&options=-csearch_path%3D\(name)")
    }
}
