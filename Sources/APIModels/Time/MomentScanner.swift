/// Reads days and times in the spellings that clients send.
///
/// `2021-12-21`, `2026-1-5`, `2026 - 1 - 5`, `21 DEC 2021`; then, if there is a time, `T`, a blank
/// or `+` (a blank once it has been through a query), hours, minutes, maybe seconds and a fraction,
/// maybe `Z` or an offset. Without an offset a time is UTC. Anything left over makes it no date at
/// all.
struct MomentScanner {
    struct Reading {
        /// The day as written, before any offset is taken off.
        let writtenDay: Int
        let seconds: Int64
    }

    private var rest: Substring.UTF8View

    static func scan(_ text: String) -> Reading? {
        var scanner = MomentScanner(rest: Substring(text.trimmingBlanks()).utf8)
        return scanner.reading()
    }

    private mutating func reading() -> Reading? {
        guard let day = date()?.daysSince1970 else { return nil }
        let midnight = Int64(day) * Moment.secondsPerDay
        guard !rest.isEmpty else { return Reading(writtenDay: day, seconds: midnight) }
        guard take(anyOf: "Tt +"), let clock = timeOfDay(), let offset = offset(), rest.isEmpty
        else { return nil }
        return Reading(writtenDay: day, seconds: midnight + clock - offset)
    }

    private mutating func date() -> CivilDate? {
        guard let first = number(digitsMax: 4) else { return nil }
        guard separator() else { return nil }
        if let second = number(digitsMax: 2) {
            guard hyphen(), let day = number(digitsMax: 2) else { return nil }
            return CivilDate(year: first, month: second, day: day)
        }
        guard let month = monthName(), separator(), let year = number(digitsMax: 4)
        else { return nil }
        return CivilDate(year: year, month: month, day: first)
    }

    /// A hyphen, a blank, or a hyphen between blanks.
    private mutating func separator() -> Bool {
        let blank = take(anyOf: " ")
        return hyphen() || blank
    }

    private mutating func hyphen() -> Bool {
        while take(anyOf: " ") {}
        guard take(anyOf: "-") else { return false }
        while take(anyOf: " ") {}
        return true
    }

    private mutating func timeOfDay() -> Int64? {
        guard let hours = number(digitsMax: 2), hours < 24,
            take(anyOf: ":"), let minutes = number(digitsMax: 2), minutes < 60
        else { return nil }
        var seconds = 0
        if take(anyOf: ":") {
            guard let written = number(digitsMax: 2), written <= 60 else { return nil }
            seconds = written
            if take(anyOf: ".,"), number(digitsMax: 18) == nil { return nil }
        }
        return Int64(hours * 3600 + minutes * 60 + seconds)
    }

    /// Seconds east of Greenwich; 0 where nothing is said.
    private mutating func offset() -> Int64? {
        if rest.isEmpty || take(anyOf: "Zz") { return 0 }
        guard let sign = rest.first, take(anyOf: "+-"), let hours = number(digitsMax: 2) else {
            return nil
        }
        _ = take(anyOf: ":")
        let minutes = rest.isEmpty ? 0 : number(digitsMax: 2)
        guard let minutes, hours < 24, minutes < 60 else { return nil }
        let distance = Int64(hours * 3600 + minutes * 60)
        return sign == UInt8(ascii: "-") ? -distance : distance
    }

    private mutating func number(digitsMax: Int) -> Int? {
        let digits = rest.prefix(digitsMax).prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    private mutating func monthName() -> Int? {
        let word = String(Substring(rest.prefix(3))).lowercased()
        guard let index = Self.months.firstIndex(of: word) else { return nil }
        rest = rest.dropFirst(3)
        return index + 1
    }

    private mutating func take(anyOf signs: StaticString) -> Bool {
        guard let next = rest.first else { return false }
        let allowed = UnsafeBufferPointer(start: signs.utf8Start, count: signs.utf8CodeUnitCount)
        guard allowed.contains(next) else { return false }
        rest = rest.dropFirst()
        return true
    }
}

extension Decoder {
    /// Reads a string and makes a value of it, or says at which member that went wrong.
    func decodeText<Value>(_ read: (String) -> Value?) throws -> Value {
        let text = try singleValueContainer().decode(String.self)
        guard let value = read(text) else {
            throw DecodingError.mismatch(Value.self, at: self)
        }
        return value
    }
}
