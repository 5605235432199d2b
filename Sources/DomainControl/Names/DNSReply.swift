/// The answers in a reply of DNS (RFC 1035 §4). Whatever a reply holds, reading it ends, and reads
/// nothing that lies outside.
struct DNSReply: Equatable {
    private(set) var records: [Record] = []

    struct Record: Equatable {
        let owner: String
        let content: Content
    }

    enum Content: Equatable {
        case text(String)
        case alias(String)
        case address(String)
        case authority(AuthorityRecord)
        case other(type: UInt16)
    }

    struct Malformed: Error {}

    init(_ octets: [UInt8]) throws(Malformed) {
        var reader = DNSReader(octets)
        try reader.skip(4)
        let questions = try reader.number16()
        let answers = try reader.number16()
        try reader.skip(4)
        for _ in 0..<questions {
            _ = try reader.name()
            try reader.skip(4)
        }
        for _ in 0..<answers { records.append(try reader.record()) }
    }

    var texts: [String] {
        records.compactMap { if case .text(let text) = $0.content { text } else { nil } }
    }

    var aliases: [String] {
        records.compactMap { if case .alias(let name) = $0.content { name } else { nil } }
    }

    var addresses: [String] {
        records.compactMap { if case .address(let text) = $0.content { text } else { nil } }
    }

    var authorities: [AuthorityRecord] {
        records.compactMap { if case .authority(let record) = $0.content { record } else { nil } }
    }
}

/// Types of records that are asked for.
enum DNSType: UInt16 {
    case a = 1
    case cname = 5
    case txt = 16
    case aaaa = 28
    case caa = 257
}

private struct DNSReader {
    private let octets: [UInt8]
    private var place = 0

    /// A name is 255 octets at most; more jumps than it can have labels go in a circle.
    private static let labelsMax = 128

    init(_ octets: [UInt8]) {
        self.octets = octets
    }

    mutating func skip(_ count: Int) throws(DNSReply.Malformed) {
        guard octets.count - place >= count else { throw DNSReply.Malformed() }
        place += count
    }

    mutating func number16() throws(DNSReply.Malformed) -> UInt16 {
        try skip(2)
        return UInt16(octets[place - 2]) << 8 | UInt16(octets[place - 1])
    }

    mutating func name() throws(DNSReply.Malformed) -> String {
        let (name, end) = try name(at: place)
        place = end
        return name
    }

    mutating func record() throws(DNSReply.Malformed) -> DNSReply.Record {
        let owner = try name()
        let type = try number16()
        try skip(6)
        let length = Int(try number16())
        let start = place
        try skip(length)
        let content: DNSReply.Content
        switch DNSType(rawValue: type) {
        case .txt: content = .text(try text(start..<place))
        case .cname: content = .alias(try name(at: start).name)
        case .a where length == 4:
            content = .address(octets[start..<place].map(String.init).joined(separator: "."))
        case .aaaa where length == 16:
            content = .address(
                stride(from: start, to: place, by: 2).map {
                    String(UInt16(octets[$0]) << 8 | UInt16(octets[$0 + 1]), radix: 16)
                }.joined(separator: ":"))
        case .caa: content = .authority(try authority(start..<place))
        case .a, .aaaa, nil: content = .other(type: type)
        }
        return DNSReply.Record(owner: owner, content: content)
    }

    /// Flags, the length of the tag, the tag, and the value (RFC 8659 section 4.1).
    private func authority(_ range: Range<Int>) throws(DNSReply.Malformed) -> AuthorityRecord {
        guard range.count >= 2 else { throw DNSReply.Malformed() }
        let data = octets[range].dropFirst(2)
        let tagLength = Int(octets[range.lowerBound + 1])
        guard tagLength > 0, tagLength <= data.count else { throw DNSReply.Malformed() }
        return AuthorityRecord(
            isCritical: octets[range.lowerBound] & 0x80 != 0,
            tag: String(decoding: data.prefix(tagLength), as: UTF8.self).lowercased(),
            value: String(decoding: data.dropFirst(tagLength), as: UTF8.self))
    }

    private func text(_ range: Range<Int>) throws(DNSReply.Malformed) -> String {
        var text: [UInt8] = []
        var place = range.lowerBound
        while place < range.upperBound {
            let end = place + 1 + Int(octets[place])
            guard end <= range.upperBound else { throw DNSReply.Malformed() }
            text += octets[(place + 1)..<end]
            place = end
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// The name that begins at a place, and where the reading goes on after it.
    private func name(
        at start: Int
    ) throws(DNSReply.Malformed) -> (name: String, end: Int) {
        var labels: [String] = []
        var place = start
        var end: Int?
        for _ in 0..<Self.labelsMax {
            guard place < octets.count else { throw DNSReply.Malformed() }
            let length = Int(octets[place])
            switch length {
            case 0:
                return (labels.joined(separator: ".").lowercased(), end ?? place + 1)
            case 1..<64:
                guard place + 1 + length <= octets.count else { throw DNSReply.Malformed() }
                let label = octets[(place + 1)..<(place + 1 + length)]
                labels.append(String(decoding: label, as: UTF8.self))
                place += 1 + length
            case 192...:
                guard place + 1 < octets.count else { throw DNSReply.Malformed() }
                end = end ?? place + 2
                place = (length & 63) << 8 | Int(octets[place + 1])
            default:
                throw DNSReply.Malformed()
            }
        }
        throw DNSReply.Malformed()
    }
}
