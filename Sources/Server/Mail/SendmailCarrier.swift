import Foundation
import Registration

/// Hands letters to a command that works as sendmail does: `COMMAND -i -t`, the letter on its
/// standard input.
struct SendmailCarrier: MailCarrier {
    let command: String

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    func carry(_ letter: Letter) async throws {
        // A file instead of a pipe: however the command ends, nobody writes to one that is gone.
        let file = FileManager.default.temporaryDirectory
            .appending(path: "chancery-mail-\(ProcessInfo.processInfo.globallyUniqueString)")
        try Data(letter.text.utf8).write(to: file, options: .withoutOverwriting)
        // A file left over in the temporary directory is the owner's alone.
        defer { try? FileManager.default.removeItem(at: file) }
        let input = try FileHandle(forReadingFrom: file)
        defer {
            // Reading ended with the command.
            try? input.close()
        }
        try await run(input)
    }

    private func run(_ input: FileHandle) async throws {
        let process = Process()
        let words = command.split(separator: " ").map(String.init)
        guard let program = words.first else { throw Failure(description: "no command") }
        process.executableURL = URL(filePath: program)
        process.arguments = Array(words.dropFirst()) + ["-i", "-t"]
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let status: Int32 = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
        guard status == 0 else {
            throw Failure(description: "\(program) ended with status \(status)")
        }
    }
}
