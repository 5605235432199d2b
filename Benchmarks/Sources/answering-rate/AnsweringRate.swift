import Foundation
import Issuance
import Registration
import Server

/// OCSP answers that this machine signs in process, a second and a core: a question is parsed, its
/// certificate looked up, an answer put together, signed and encoded, as for a client; nobody is
/// answered.
///
///     answering-rate DATA QUESTIONS SECONDS
///
/// DATA is a data folder on which a server may be running, QUESTIONS a file with a question in
/// base64 on each line.
@main struct AnsweringRate {
    static func main() async throws {
        let words = CommandLine.arguments
        guard words.count == 4, let seconds = Int(words[3]) else {
            print("answering-rate DATA QUESTIONS SECONDS")
            exit(2)
        }
        let questions = try String(contentsOfFile: words[2], encoding: .utf8)
            .split(whereSeparator: \.isNewline)
            .compactMap { Data(base64Encoded: String($0)).map { Array($0) } }
        let opened = try await Installation.open(
            Settings.read(dataFolder: words[1], flags: [:], file: nil))
        let registry = try await opened.registry()
        try await registry.renewResponders()
        let desk = OCSPDesk(registry: registry)
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let end = ContinuousClock.now + .seconds(seconds)
        let made = try await withThrowingTaskGroup(of: Int.self) { group in
            for place in 0..<cores {
                group.addTask { @concurrent in
                    try await answer(questions, from: place, at: desk, until: end)
                }
            }
            var made = 0
            for try await count in group { made += count }
            return made
        }
        print(Double(made) / Double(seconds * cores))
        try await opened.close()
    }

    /// Returns how many it answered.
    @concurrent private static func answer(
        _ questions: [[UInt8]], from start: Int, at desk: OCSPDesk,
        until end: ContinuousClock.Instant
    ) async throws -> Int {
        var count = 0
        while ContinuousClock.now < end {
            let request = try OCSPRequest(der: questions[(start + count) % questions.count])
            let answer = try await desk.answer(try await desk.find(request), nonce: nil)
            guard !answer.octets.isEmpty else { continue }
            count += 1
        }
        return count
    }
}
