/// Octets in base64 in a path, written in any of the ways that clients do it: escaped or not, in
/// the alphabet for URLs or in the other one, with padding or without.
enum PathBase64 {
    static func octets(_ path: Substring) -> [UInt8]? {
        var path = path
        return path.withUTF8(octets)
    }

    private static func octets(_ letters: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var octets: [UInt8] = []
        octets.reserveCapacity(letters.count * 3 / 4)
        var bits: UInt32 = 0
        var count = 0
        var hasEnded = false
        var place = 0
        while place < letters.count {
            guard let letter = plain(letters, &place) else { return nil }
            if letter == UInt8(ascii: "=") {
                hasEnded = true
                continue
            }
            guard !hasEnded, let value = value(of: letter) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                octets.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return count == 6 ? nil : octets
    }

    /// The letter itself, or the one that is escaped with the two after it; `place` moves past it.
    private static func plain(
        _ letters: UnsafeBufferPointer<UInt8>, _ place: inout Int
    ) -> UInt8? {
        let letter = letters[place]
        place += 1
        guard letter == UInt8(ascii: "%") else { return letter }
        guard place + 2 <= letters.count, let high = digit(letters[place]),
            let low = digit(letters[place + 1])
        else { return nil }
        place += 2
        return high << 4 | low
    }

    private static func digit(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): letter - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): letter - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private static func value(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0") + 52
        // A space is a plus sign that somebody took for a form's.
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: " "): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
