package import Foundation

/// Addresses from which an account is let in, or one user of it, or one of its keys.
package struct IPRule: Equatable, Sendable {
    package let id: ID<IPRule>
    package let accountID: ID<Account>
    package let subject: Subject
    package let range: ClosedRange<IPv4Address>
    package let description: String?
    package let createdAt: Date

    package enum Subject: Hashable, Sendable {
        case account
        case user(ID<User>)
        case key(ID<APIKey>)
    }

    package init(
        id: ID<IPRule>, accountID: ID<Account>, subject: Subject,
        range: ClosedRange<IPv4Address>, description: String?, createdAt: Date
    ) {
        self.id = id
        self.accountID = accountID
        self.subject = subject
        self.range = range
        self.description = description
        self.createdAt = createdAt
    }

    package static let descriptionCharactersMax = 255
    package static let rulesMax = 1000
}

/// From where a caller is let in: an address has to be in each list. Without one, from everywhere.
package struct Admission: Equatable, Sendable {
    package let lists: [[ClosedRange<IPv4Address>]]

    package static let everywhere = Admission(lists: [])

    private init(lists: [[ClosedRange<IPv4Address>]]) {
        self.lists = lists
    }

    /// What the rules of an account come to for one of its keys: those for all, those for its user
    /// and those for itself, where there are any, have to let it in.
    package init(_ rules: [IPRule], user: ID<User>, key: ID<APIKey>) {
        lists = [IPRule.Subject.account, .user(user), .key(key)].compactMap { subject in
            let ranges = rules.filter { $0.subject == subject }.map(\.range)
            return ranges.isEmpty ? nil : ranges
        }
    }

    /// - Parameter address: absent where it is not known, or is none of IPv4, which no rule names.
    package func admits(_ address: IPv4Address?) -> Bool {
        lists.allSatisfy { ranges in
            address.map { address in ranges.contains { $0.contains(address) } } ?? false
        }
    }
}

/// Four octets, as dotted numbers.
///
/// One that comes in the clothes of IPv6 (`::ffff:192.0.2.1`, RFC 4291 section 2.5.5.2) counts as
/// itself: sockets that take both show it so.
package struct IPv4Address: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let number: UInt32

    package init(number: UInt32) {
        self.number = number
    }

    package init?(_ text: String) {
        let mapped = "::ffff:"
        let bare =
            text.lowercased().hasPrefix(mapped) ? text.dropFirst(mapped.count) : text[...]
        let parts = bare.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var number: UInt32 = 0
        for part in parts {
            // "010" is eight to some programs and ten to others.
            guard part.utf8.allSatisfy({ (48...57).contains($0) }),
                part.count == 1 || part.first != "0", let octet = UInt8(part)
            else { return nil }
            number = number << 8 | UInt32(octet)
        }
        self.number = number
    }

    package var description: String {
        [24, 16, 8, 0].map { String(number >> UInt32($0) & 0xFF) }.joined(separator: ".")
    }

    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
