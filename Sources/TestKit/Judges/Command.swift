package import Foundation

/// Another program that judges what we made: openssl, unzip, python3.
package struct Command: Sendable {
    package struct Outcome: Sendable {
        package let status: Int32
        package let output: String
    }

    package let name: String

    package static let certtool = Command(name: "certtool")
    package static let gzip = Command(name: "gzip")
    package static let openssl = Command(name: "openssl")
    package static let psql = Command(name: "psql")
    package static let python = Command(name: "python3")
    package static let sha256sum = Command(name: "sha256sum")
    package static let sqlite = Command(name: "sqlite3")
    package static let tar = Command(name: "tar")
    package static let unzip = Command(name: "unzip")

    /// Runs the program to its end. Standard output and error come back as one text.
    package func run(_ arguments: [String], in folder: URL? = nil) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.currentDirectoryURL = folder
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: output, as: UTF8.self))
    }

    /// Runs the program and gives what it says; that it fails is an error.
    @discardableResult
    package func succeed(_ arguments: [String], in folder: URL? = nil) throws -> String {
        let outcome = try run(arguments, in: folder)
        guard outcome.status == 0 else {
            throw Failure(command: ([name] + arguments).joined(separator: " "), outcome: outcome)
        }
        return outcome.output
    }

    package struct Failure: Error {
        package let command: String
        package let outcome: Outcome
    }
}
