/// A day on the wire: `2019-04-30`.
public struct Day: Hashable, Sendable {
    public let daysSince1970: Int

    /// Days outside the years 0 to 9999 become the nearest one inside.
    public init(daysSince1970 days: Int) {
        let seconds = Int64(clamping: days).multipliedReportingOverflow(by: Moment.secondsPerDay)
        let limit = days < 0 ? Moment.first : Moment.last
        daysSince1970 = Moment(clamping: seconds.overflow ? limit : seconds.partialValue).day
    }

    /// The day in UTC that a time falls on.
    public init(of time: Timestamp) {
        self.init(daysSince1970: Moment(clamping: time.seconds).day)
    }

    /// Reads `2021-12-21`, `21 DEC 2021`, or the day of an ISO 8601 time as it is written there.
    public init?(lenient text: String) {
        guard let reading = MomentScanner.scan(text) else { return nil }
        self.init(daysSince1970: reading.writtenDay)
    }

    /// The first second of the day in UTC.
    public var midnight: Timestamp {
        Timestamp(seconds: Int64(daysSince1970) * Moment.secondsPerDay)
    }

    public var text: String {
        String(unsafeUninitializedCapacity: Moment.dayLength) { place in
            guard let start = place.baseAddress else { return 0 }
            Moment.write(day: daysSince1970, at: start)
            return Moment.dayLength
        }
    }
}

extension Day: Comparable {
    public static func < (left: Day, right: Day) -> Bool {
        left.daysSince1970 < right.daysSince1970
    }
}

extension Day: Codable {
    public init(from decoder: any Decoder) throws {
        self = try decoder.decodeText(Self.init(lenient:))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension WireBuffer {
    func append(day: Day) {
        append(UInt8(ascii: "\""))
        append(length: Moment.dayLength) { Moment.write(day: day.daysSince1970, at: $0) }
        append(UInt8(ascii: "\""))
    }
}
