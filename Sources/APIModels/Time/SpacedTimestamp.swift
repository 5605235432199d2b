/// A time in the older spelling: `2019-04-30 18:02:50`, UTC without saying so.
public struct SpacedTimestamp: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int64

    /// Times outside the years 0 to 9999 become the nearest one inside.
    public init(seconds: Int64) {
        self.seconds = Moment(clamping: seconds).seconds
    }

    /// Reads all that ``Timestamp`` reads.
    public init?(lenient text: String) {
        guard let reading = MomentScanner.scan(text) else { return nil }
        self.init(seconds: reading.seconds)
    }

    public var text: String {
        String(unsafeUninitializedCapacity: Moment.timeLength) { place in
            guard let start = place.baseAddress else { return 0 }
            Moment(clamping: seconds).write(separator: UInt8(ascii: " "), at: start)
            return Moment.timeLength
        }
    }
}

extension SpacedTimestamp: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText(Self.init(lenient:))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}
