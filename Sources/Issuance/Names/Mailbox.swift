/// An address of electronic mail (RFC 5321 section 4.1.2), written in ASCII.
///
/// The local part is kept as it came: whether its case matters is the host's affair. Quoted local
/// parts and those beyond ASCII (RFC 8398) are refused: nothing that is known to us asks for them.
package struct Mailbox: Hashable, Sendable {
    package static let localOctetsMax = 64
    package static let octetsMax = 254

    package let local: String
    package let host: HostName

    package var text: String { local + "@" + host.ascii }

    package init(_ text: String) throws(MailboxProblem) {
        guard let at = text.lastIndex(of: "@") else { throw .noHost }
        local = String(text[..<at])
        do {
            host = try HostName(String(text[text.index(after: at)...]))
        } catch {
            throw .host(error)
        }
        guard !host.isWildcard else { throw .host(.wildcardMisplaced) }
        guard !local.isEmpty, local.utf8.count <= Self.localOctetsMax,
            local.utf8.allSatisfy(Self.isAtomOctet), !local.hasPrefix("."), !local.hasSuffix("."),
            !local.contains("..")
        else { throw .localPart }
        guard self.text.utf8.count <= Self.octetsMax else { throw .tooLong }
    }

    private static let signs = Set("!#$%&'*+-/=?^_`{|}~.".utf8)

    private static func isAtomOctet(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: signs.contains(octet)
        }
    }
}

package enum MailboxProblem: Error, Hashable, Sendable {
    case noHost
    case host(HostNameProblem)
    case localPart
    case tooLong

    /// What is wrong, for a reader.
    package var phrase: String {
        switch self {
        case .noHost: "an address has an @"
        case .host(let problem): problem.phrase
        case .localPart:
            "what stands before the @ has letters, digits and signs, "
                + "\(Mailbox.localOctetsMax) at most"
        case .tooLong: "an address has \(Mailbox.octetsMax) characters at most"
        }
    }
}
