package import Foundation
package import Issuance

/// What openssl thinks of the timestamps in a certificate, as a client that is shown it.
package struct TimestampJudge {
    private let scratch: ScratchFolder

    package init() throws {
        scratch = try ScratchFolder()
    }

    /// Has openssl serve the certificate on a socket in a folder, and look at it from there.
    ///
    /// - Parameters:
    ///   - key: the certificate's private key, in PEM.
    ///   - chain: the issuer and those above it, the root last.
    /// - Returns: the `SCT validation status` of each timestamp after the log's name, by name.
    package func statuses(
        of certificate: SignedCertificate, key: String, under chain: [SignedCertificate],
        by logs: [SampleLog], at now: Date
    ) throws -> [String] {
        try scratch.write("leaf.pem", certificate.pem)
        try scratch.write("leaf.key", key)
        try scratch.write("chain.pem", chain.dropLast().map(\.pem).joined())
        try scratch.write("root.pem", chain.last?.pem ?? "")
        try scratch.write("logs.cnf", Self.list(logs))
        let server = Process()
        server.executableURL = URL(filePath: "/usr/bin/env")
        server.arguments = [
            "openssl", "s_server", "-unix", "socket", "-naccept", "1", "-cert", "leaf.pem", "-key",
            "leaf.key", "-cert_chain", "chain.pem",
        ]
        server.currentDirectoryURL = scratch.url
        let output = Pipe()
        server.standardOutput = output
        // It ends when it has nothing more to read.
        let input = Pipe()
        server.standardInput = input
        try server.run()
        var said = ""
        while !said.contains("ACCEPT") {
            let octets = output.fileHandleForReading.availableData
            guard !octets.isEmpty else { throw NotServed(said: said) }
            said += String(decoding: octets, as: UTF8.self)
        }
        let seen = try Command.openssl.run(
            [
                "s_client", "-unix", "socket", "-ct", "-ctlogfile", "logs.cnf", "-CAfile",
                "root.pem", "-verify_return_error", "-attime",
                String(Int(now.timeIntervalSince1970)),
            ], in: scratch.url
        ).output
        try input.fileHandleForWriting.close()
        server.terminate()
        server.waitUntilExit()
        let lines = seen.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        let found = zip(
            Self.values("Log", in: lines), Self.values("SCT validation status", in: lines)
        ).map { "\($0): \($1)" }
        guard !found.isEmpty else { throw NotServed(said: seen) }
        return found.sorted()
    }

    package struct NotServed: Error {
        package let said: String
    }

    private static func values(_ name: String, in lines: [String]) -> [String] {
        lines.compactMap { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].trimmingCharacters(in: .whitespaces) == name else {
                return nil
            }
            return parts[1].trimmingCharacters(in: .whitespaces)
        }
    }

    /// The list of known logs in the form that openssl reads.
    private static func list(_ logs: [SampleLog]) -> String {
        let sections = logs.map { log in
            """
            [\(log.name)]
            description = \(log.name)
            key = \(Foundation.Data(log.key.spki).base64EncodedString())

            """
        }
        return "enabled_logs = \(logs.map(\.name).joined(separator: ","))\n\n"
            + sections.joined(separator: "\n")
    }
}
