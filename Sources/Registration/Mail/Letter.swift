import Foundation
import Storage

/// A message in the form in which mail travels (RFC 5322), plain text in UTF-8.
package struct Letter: Equatable, Sendable {
    package let sender: String
    package let recipient: String
    package let text: String

    init(_ message: Message, from sender: String, at now: Date) {
        self.sender = sender
        recipient = message.recipient
        let body = message.body.replacing("\r\n", with: "\n")
        text = """
            From: \(Self.plain(sender))
            To: \(Self.plain(recipient))
            Subject: \(Self.encoded(message.subject))
            Date: \(Self.date(now))
            Message-ID: <message-\(message.id)-\(now.milliseconds)@\(Self.host(of: sender))>
            Auto-Submitted: auto-generated
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            \(body)

            """
    }

    /// Without line breaks: a header field must not open another one.
    private static func plain(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
    }

    /// A text that is not ASCII goes as encoded words (RFC 2047), each within its 75 characters.
    private static func encoded(_ subject: String) -> String {
        let text = plain(subject)
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        var words: [[UInt8]] = [[]]
        for character in text {
            if words[words.count - 1].count + character.utf8.count > encodedOctetsMax {
                words.append([])
            }
            words[words.count - 1] += Array(character.utf8)
        }
        return words.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }
            .joined(separator: "\n ")
    }

    private static let encodedOctetsMax = 45

    private static func host(of address: String) -> String {
        address.split(separator: "@").last.map { plain(String($0)) } ?? "localhost"
    }

    private static func date(_ date: Date) -> String {
        let day: Date.FormatString = """
            \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4))
            """
        let time: Date.FormatString = """
            \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased))\
            :\(minute: .twoDigits):\(second: .twoDigits) +0000
            """
        return [day, time].map { format in
            Date.VerbatimFormatStyle(
                format: format, locale: Locale(identifier: "en_US_POSIX"),
                timeZone: .gmt, calendar: Calendar(identifier: .gregorian)
            ).format(date)
        }.joined(separator: " ")
    }
}

/// Takes letters away. There is one for the command that sends mail, and one in tests.
package protocol MailCarrier: Sendable {
    func carry(_ letter: Letter) async throws
}
