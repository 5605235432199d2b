import Crypto
package import Foundation

/// One line of a signing log.
///
/// A line is a JSON object whose last member is its hash: SHA-256 over the hash of the line before
/// and all of this line that stands before that member. So each line vouches for all before it.
package struct LedgerRecord: Equatable, Sendable {
    package let number: Int
    package let at: Date
    package let event: Event

    package enum Event: Equatable, Sendable {
        /// The first line: which log this is, and since which start of the machine it is written.
        case opened(name: String, boot: String)
        case signed(Signing)
        /// What was signed with that digest was not kept, because of this, and went nowhere.
        case abandoned(digest: [UInt8], reason: String)
        /// The last line of a log that was ended in order.
        case closed
    }

    /// The line and its hash, after the one before.
    func line(after previous: [UInt8]) -> (text: String, hash: [UInt8]) {
        let body = body
        let hash = Array(SHA256.hash(data: previous + body.utf8))
        return ("\(body),\"hash\":\"\(hash.hexadecimal)\"}\n", hash)
    }

    private var body: String {
        let milliseconds = Int64((at.timeIntervalSince1970 * 1000).rounded())
        let start = "{\"number\":\(number),\"at\":\(milliseconds)"
        switch event {
        case .opened(let name, let boot):
            return start + ",\"event\":\"opened\",\"log\":\"\(name)\",\"boot\":\"\(boot)\""
        case .signed(let signing):
            let serial = signing.serial.map { ",\"serial\":\"\($0)\"" } ?? ""
            return start + ",\"event\":\"signed\",\"key\":\"\(signing.key.hex)\""
                + ",\"purpose\":\"\(signing.purpose.rawValue)\"\(serial)"
                + ",\"digest\":\"\(signing.digest.hexadecimal)\""
        case .abandoned(let digest, let reason):
            return start + ",\"event\":\"abandoned\",\"digest\":\"\(digest.hexadecimal)\""
                + ",\"reason\":\"\(Self.plain(reason))\""
        case .closed:
            return start + ",\"event\":\"closed\""
        }
    }

    /// A reason without what JSON would have to escape.
    private static func plain(_ text: String) -> String {
        String(
            text.unicodeScalars.prefix(200).map { scalar in
                scalar.isASCII && scalar.value >= 0x20 && scalar != "\"" && scalar != "\\"
                    ? Character(scalar) : " "
            })
    }

    /// Reads a line without its end. Nil where it is none of ours.
    init?(line: Substring) {
        guard let number = Self.member("number", in: line).flatMap({ Int($0) }),
            let at = Self.member("at", in: line).flatMap({ Int64($0) }),
            let event = Self.member("event", in: line), let known = Event(event, line)
        else { return nil }
        self.init(
            number: number, at: Date(timeIntervalSince1970: Double(at) / 1000), event: known)
    }

    package init(number: Int, at: Date, event: Event) {
        self.number = number
        self.at = at
        self.event = event
    }

    /// Values hold no quotes, as they are written here.
    fileprivate static func member(_ name: String, in line: Substring) -> String? {
        guard let start = line.firstRange(of: "\"\(name)\":")?.upperBound else { return nil }
        let value = line[start...]
        if value.first == "\"" { return String(value.dropFirst().prefix { $0 != "\"" }) }
        return String(value.prefix { $0 != "," && $0 != "}" })
    }

    /// What the hash of a line says it is, and what it is over.
    static func split(_ line: Substring) -> (body: Substring, hash: [UInt8])? {
        let ending = ",\"hash\":\""
        guard line.hasSuffix("\"}"), let mark = line.ranges(of: ending).last,
            let hash = [UInt8](hexadecimal: line[mark.upperBound...].dropLast(2))
        else { return nil }
        return (line[..<mark.lowerBound], hash)
    }
}

extension LedgerRecord.Event {
    fileprivate init?(_ word: String, _ line: Substring) {
        func member(_ name: String) -> String? { LedgerRecord.member(name, in: line) }
        switch word {
        case "opened":
            guard let name = member("log"), let boot = member("boot") else { return nil }
            self = .opened(name: name, boot: boot)
        case "signed":
            guard let key = member("key").flatMap({ KeyIdentifier(hex: $0) }),
                let purpose = member("purpose").flatMap({ Signing.Purpose(rawValue: $0) }),
                let digest = member("digest").flatMap({ [UInt8](hexadecimal: $0) })
            else { return nil }
            self = .signed(
                Signing(key: key, purpose: purpose, serial: member("serial"), digest: digest))
        case "abandoned":
            guard let digest = member("digest").flatMap({ [UInt8](hexadecimal: $0) }) else {
                return nil
            }
            self = .abandoned(digest: digest, reason: member("reason") ?? "")
        case "closed": self = .closed
        default: return nil
        }
    }
}
