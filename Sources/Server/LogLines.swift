import APIModels
import Foundation
package import Logging

/// One JSON object a line on standard error: the form that log collectors read without rules.
package struct LogLines: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?

    package init(level: Logger.Level) {
        logLevel = level
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var members = [
            ("time", Self.time(Date())), ("level", event.level.rawValue),
            ("message", event.message.description),
        ]
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        members += all.sorted { $0.key < $1.key }.map { (Self.name($0.key), $0.value.description) }
        let line = members.map { "\(Self.quoted($0)):\(Self.quoted($1))" }.joined(separator: ",")
        var text = "{\(line)}\n"
        // One call a line, so that lines of several threads do not mix. A log that cannot be
        // written is nothing that could be logged.
        text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    private static func name(_ key: String) -> String {
        key == "hb.request.id" ? "request_id" : key
    }

    /// With milliseconds, in UTC. By hand, since every request writes one.
    private static func time(_ date: Date) -> String {
        let milliseconds = Int64(date.timeIntervalSince1970 * 1000)
        let digits = String(1000 + milliseconds % 1000).dropFirst()
        return "\(Timestamp(seconds: milliseconds / 1000).text.prefix(19)).\(digits)Z"
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
