/// A second counted from 1970 in UTC, and the digits it is written with.
///
/// Holds what ``Timestamp`` and ``SpacedTimestamp`` share. Years stay within 0 and 9999, which is
/// all that four digits can say.
struct Moment {
    static let secondsPerDay: Int64 = 86_400
    static let first: Int64 = -62_167_219_200
    static let last: Int64 = 253_402_300_799

    let seconds: Int64

    init(clamping seconds: Int64) {
        self.seconds = min(max(seconds, Self.first), Self.last)
    }

    var day: Int {
        let whole = seconds / Self.secondsPerDay
        return Int(seconds % Self.secondsPerDay < 0 ? whole - 1 : whole)
    }

    var secondOfDay: Int {
        Int(seconds - Int64(day) * Self.secondsPerDay)
    }

    static let dayLength = 10
    static let timeLength = 19

    /// Writes `2019-04-30`.
    static func write(day: Int, at place: UnsafeMutablePointer<UInt8>) {
        let date = CivilDate(daysSince1970: day)
        writePair(date.year / 100, at: place)
        writePair(date.year % 100, at: place + 2)
        place[4] = UInt8(ascii: "-")
        writePair(date.month, at: place + 5)
        place[7] = UInt8(ascii: "-")
        writePair(date.day, at: place + 8)
    }

    /// Writes `2019-04-30T18:02:50` with the given sign between day and time.
    func write(separator: UInt8, at place: UnsafeMutablePointer<UInt8>) {
        let second = secondOfDay
        Self.write(day: day, at: place)
        place[10] = separator
        Self.writePair(second / 3600, at: place + 11)
        place[13] = UInt8(ascii: ":")
        Self.writePair(second / 60 % 60, at: place + 14)
        place[16] = UInt8(ascii: ":")
        Self.writePair(second % 60, at: place + 17)
    }

    private static func writePair(_ number: Int, at place: UnsafeMutablePointer<UInt8>) {
        place[0] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
        place[1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
    }
}
