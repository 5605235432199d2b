/// A moment as certificates and lists have it written (RFC 5280 section 4.1.2.5), and what
/// it means where it is written rightly.
struct CertificateTime: Sendable {
    let tag: UInt8
    let text: ArraySlice<UInt8>
    /// Seconds since 1970; nil where it is written otherwise than RFC 5280 section 4.1.2.5 says.
    let seconds: Int64?
    let year: Int?

    init(_ element: DERReader.Element, in reader: DERReader) {
        tag = element.tag
        text = reader.octets(element.content)
        let isShort = tag == DERWriter.Tag.utcTime
        let digits = text.dropLast().map { Int($0) - 0x30 }
        guard isShort || tag == DERWriter.Tag.generalizedTime, digits.count == (isShort ? 12 : 14),
            text.last == UInt8(ascii: "Z"), digits.allSatisfy({ (0...9).contains($0) })
        else {
            seconds = nil
            year = nil
            return
        }
        var pairs = stride(from: 0, to: digits.count, by: 2).map {
            digits[$0] * 10 + digits[$0 + 1]
        }
        let century = isShort ? (pairs[0] < 50 ? 20 : 19) : pairs.removeFirst()
        let written = century * 100 + pairs[0]
        let total = Self.seconds(written, pairs)
        let back = CivilTime(seconds: total)
        // A thirtieth of February comes back as another day.
        let isReal =
            [back.month, back.day, back.hour, back.minute, back.second] == Array(pairs.dropFirst())
        seconds = isReal ? total : nil
        year = isReal ? written : nil
    }

    /// Years that begin in March, as ``CivilTime`` counts them.
    private static func seconds(_ year: Int, _ pairs: [Int]) -> Int64 {
        let shifted = pairs[1] <= 2 ? year - 1 : year
        let era = shifted / 400
        let ofEra = shifted - era * 400
        let ofYear = (153 * ((pairs[1] + 9) % 12) + 2) / 5 + pairs[2] - 1
        let days = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
        return Int64(days) * 86_400 + Int64(pairs[3] * 3600 + pairs[4] * 60 + pairs[5])
    }
}
