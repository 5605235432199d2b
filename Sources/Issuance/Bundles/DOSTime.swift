import Foundation

/// A time as zip files write it: two seconds fine, from 1980 to 2107 (APPNOTE section 4.4.6).
struct DOSTime: Sendable {
    let date: UInt16
    let time: UInt16

    /// Times outside those years become the nearest one inside.
    init(_ moment: Date) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents(
            [.year, .month, .day, .hour, .minute, .second], from: moment)
        func part(_ value: Int?) -> UInt16 { UInt16(clamping: value ?? 0) }
        switch part(parts.year) {
        case ..<1980:
            (date, time) = (1 << 5 | 1, 0)
        case 2108...:
            (date, time) = (127 << 9 | 12 << 5 | 31, 23 << 11 | 59 << 5 | 29)
        case let year:
            date = (year - 1980) << 9 | part(parts.month) << 5 | part(parts.day)
            time = part(parts.hour) << 11 | part(parts.minute) << 5 | part(parts.second) / 2
        }
    }
}
