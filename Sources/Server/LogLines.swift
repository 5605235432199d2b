import APIModels
import Foundation
package import Logging
import Synchronization

/// One JSON object a line: the form that log collectors read without rules. Warnings and what is
/// worse are written at once, other lines wait a moment for their like.
package struct LogLines: LogHandler {
    package var logLevel: Logger.Level
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?

    private let spool: LogSpool

    package init(level: Logger.Level, spool: LogSpool) {
        logLevel = level
        self.spool = spool
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var line = LogLine()
        line.add("time", LogTime.text(of: Date()))
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
        spool.add(line.ended, isUrgent: event.level >= .warning)
    }

    /// Most values are strings, and need no detour.
    private static func text(_ value: Logger.MetadataValue) -> String {
        if case .string(let text) = value { return text }
        return value.description
    }

    private static func name(_ key: String) -> String {
        key == "hb.request.id" ? "request_id" : key
    }
}

/// The time of a line, in UTC with milliseconds. By hand, since every request writes one.
private enum LogTime {
    /// The second of the line before, which most lines share: `2026-11-22T03:38:23`.
    private static let last = Mutex<(second: Int64, text: String)>((.min, ""))

    static func text(of date: Date) -> String {
        let milliseconds = Int64(date.timeIntervalSince1970 * 1000)
        let second = milliseconds / 1000
        var text = last.withLock { last in
            if last.second != second {
                last = (second, String(Timestamp(seconds: second).text.prefix(19)))
            }
            return last.text
        }
        let digits = String(milliseconds % 1000)
        text += digits.utf8.count == 3 ? "." : digits.utf8.count == 2 ? ".0" : ".00"
        text += digits
        text += "Z"
        return text
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

    var ended: [UInt8] {
        var line = octets
        line += "}\n".utf8
        return line
    }

    private mutating func quote(_ text: String) {
        octets.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { text in
            if Self.isPlain(text) {
                octets.append(contentsOf: text)
            } else {
                for octet in text { escape(octet) }
            }
        }
        octets.append(UInt8(ascii: "\""))
    }

    /// Whether nothing of it must be escaped. Without a branch an octet, since every line of the
    /// log goes through here.
    private static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var specials: UInt8 = 0
        for octet in text {
            specials |= octet < 0x20 ? 1 : 0
            specials |= octet == UInt8(ascii: "\"") ? 1 : 0
            specials |= octet == UInt8(ascii: "\\") ? 1 : 0
        }
        return specials == 0
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
