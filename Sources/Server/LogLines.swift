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
        var line = LogLine()
        line.add("time", Self.time(Date()))
        line.add("level", event.level.rawValue)
        line.add("message", event.message.description)
        var members: [(key: String, value: Logger.MetadataValue)] = []
        members.reserveCapacity(metadata.count + (event.metadata?.count ?? 0))
        if let added = event.metadata {
            for member in added { members.append(member) }
            for member in metadata where added[member.key] == nil { members.append(member) }
        } else {
            for member in metadata { members.append(member) }
        }
        members.sort { $0.key < $1.key }
        for (key, value) in members { line.add(Self.name(key), Self.text(value)) }
        // One call a line, so that lines of several threads do not mix. A log that cannot be
        // written is nothing that could be logged.
        line.ended.withUnsafeBytes { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Most values are strings, and need no detour.
    private static func text(_ value: Logger.MetadataValue) -> String {
        if case .string(let text) = value { return text }
        return value.description
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
}

/// One JSON object while it is written.
private struct LogLine {
    static let usualOctets = 512

    private var octets: [UInt8] = []

    init() {
        octets.reserveCapacity(Self.usualOctets)
    }

    mutating func add(_ name: String, _ value: String) {
        octets.append(octets.isEmpty ? UInt8(ascii: "{") : UInt8(ascii: ","))
        quote(name)
        octets.append(UInt8(ascii: ":"))
        quote(value)
    }

    var ended: [UInt8] { octets + "}\n".utf8 }

    private mutating func quote(_ text: String) {
        octets.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { text in
            if text.contains(where: Self.mustEscape) {
                for octet in text { escape(octet) }
            } else {
                octets.append(contentsOf: text)
            }
        }
        octets.append(UInt8(ascii: "\""))
    }

    private static func mustEscape(_ octet: UInt8) -> Bool {
        octet < 0x20 || octet == UInt8(ascii: "\"") || octet == UInt8(ascii: "\\")
    }

    private mutating func escape(_ octet: UInt8) {
        switch octet {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): octets += [UInt8(ascii: "\\"), octet]
        case 0..<0x20:
            octets += "\\u00\(octet < 0x10 ? "0" : "")\(String(octet, radix: 16))".utf8
        default: octets.append(octet)
        }
    }
}
