/// A time on the wire: `2019-04-30T18:02:50+00:00`, always UTC, whole seconds.
public struct Timestamp: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int64

    /// Times outside the years 0 to 9999 become the nearest one inside.
    public init(seconds: Int64) {
        self.seconds = Moment(clamping: seconds).seconds
    }

    /// Reads ISO 8601 with or without offset, fraction or padding, and a bare day as its midnight.
    public init?(lenient text: String) {
        guard let reading = MomentScanner.scan(text) else { return nil }
        self.init(seconds: reading.seconds)
    }

    public var text: String {
        String(unsafeUninitializedCapacity: Self.length) { place in
            guard let start = place.baseAddress else { return 0 }
            write(at: start)
            return Self.length
        }
    }

    static let length = Moment.timeLength + 6

    func write(at place: UnsafeMutablePointer<UInt8>) {
        Moment(clamping: seconds).write(separator: UInt8(ascii: "T"), at: place)
        let offset: StaticString = "+00:00"
        (place + Moment.timeLength).update(from: offset.utf8Start, count: 6)
    }
}

extension Timestamp: Comparable {
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.seconds < right.seconds
    }
}

extension Timestamp: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText(Self.init(lenient:))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension WireBuffer {
    func append(time: Timestamp) {
        append(UInt8(ascii: "\""))
        append(length: Timestamp.length, fill: time.write)
        append(UInt8(ascii: "\""))
    }
}
