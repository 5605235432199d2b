/// What lists narrow and sort orders by, of one order.
struct OrderCard: Sendable {
    /// Stands for a time or a number that an order lacks; before all others, as lists have it.
    static let absent = Int64.min

    /// What many orders have in common: few kinds are worth a number each.
    struct Kind: Hashable, Codable, Sendable {
        let product: String
        let productName: String
        let state: String
        let awaits: String?
        let years: Int64
        let isRenewed: Bool
        let isWithoutNotices: Bool
        /// The custom fields that are filled in.
        let fields: [Int64]
    }

    /// Whose it is.
    struct Holder: Hashable, Codable, Sendable {
        let account: Int64
        let container: Int64
        let organization: Int64
        let user: Int64
    }

    let id: Int64
    let kind: Kind
    let holder: Holder
    let createdAt: Int64
    /// When its primary certificate ends.
    let certificateEnd: Int64
    /// When the order ends.
    let termEnd: Int64
    /// The ids of all its certificates.
    let certificates: [Int64]
    /// See ``CardText``.
    let text: [UInt8]
}

/// The texts of a card, one after the other, each followed by an octet that no text in UTF-8 has
/// and that tells what the text was. The common name is the first, and is not repeated where it is
/// among the names that the order is found by.
enum CardText {
    /// A common name that the order is found by, one that it is not, another name, the value of a
    /// custom field.
    static let commonNameFound: UInt8 = 0xFC
    static let commonNameOnly: UInt8 = 0xFD
    static let name: UInt8 = 0xFE
    static let value: UInt8 = 0xFF
    static let first = commonNameFound

    static func octets(
        commonName: String, names: [ArraySlice<UInt8>], values: [ArraySlice<UInt8>]
    ) -> [UInt8] {
        var octets: [UInt8] = []
        octets.reserveCapacity(
            (names + values).reduce(commonName.utf8.count + 1) { $0 + $1.count + 1 })
        octets.append(contentsOf: commonName.utf8)
        let length = octets.count
        func isCommonName(_ other: ArraySlice<UInt8>) -> Bool {
            other.count == length && other.elementsEqual(octets[..<length])
        }
        octets.append(names.contains(where: isCommonName) ? commonNameFound : commonNameOnly)
        for other in names where !isCommonName(other) {
            octets.append(contentsOf: other)
            octets.append(name)
        }
        for text in values {
            octets.append(contentsOf: text)
            octets.append(value)
        }
        return octets
    }
}
