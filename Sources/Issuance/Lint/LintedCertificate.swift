import Foundation

/// A certificate as its octets say it, taken apart for the lints by code that has no part in how
/// certificates are made.
///
/// What cannot be read at all stops the reading. What can be read but is wrong stays as it stands,
/// for the lint whose affair it is.
struct LintedCertificate: Sendable {
    /// What is signed, with its tag and length.
    let body: ArraySlice<UInt8>
    let version: UInt8?
    let serial: ArraySlice<UInt8>
    /// The AlgorithmIdentifier within what is signed, and the one beside the signature.
    let innerAlgorithm: ArraySlice<UInt8>
    let outerAlgorithm: ArraySlice<UInt8>
    let issuer: ArraySlice<UInt8>
    let notBefore: LintedTime
    let notAfter: LintedTime
    let subject: LintedName
    let key: LintedKey
    let extensions: [LintedExtension]
    /// The values of those extensions that every lint looks at.
    let values: LintedValues

    init(_ der: [UInt8]) throws(DERProblem) {
        var file = DERReader(der)
        var outer = file.inside(try file.read(DERWriter.Tag.sequence))
        try file.finish()
        let whole = try outer.read(DERWriter.Tag.sequence)
        outerAlgorithm = outer.octets(try outer.read(DERWriter.Tag.sequence).whole)
        _ = try outer.read(DERWriter.Tag.bitString)
        try outer.finish()
        body = outer.octets(whole.whole)

        var fields = outer.inside(whole)
        if let tagged = try fields.readIfPresent(DERWriter.Tag.explicit(0)) {
            var inside = fields.inside(tagged)
            version = fields.octets(try inside.read(DERWriter.Tag.integer).content).first
            try inside.finish()
        } else {
            version = nil
        }
        serial = fields.octets(try fields.read(DERWriter.Tag.integer).content)
        innerAlgorithm = fields.octets(try fields.read(DERWriter.Tag.sequence).whole)
        issuer = fields.octets(try fields.read(DERWriter.Tag.sequence).whole)
        var times = fields.inside(try fields.read(DERWriter.Tag.sequence))
        notBefore = LintedTime(try times.readAny(), in: times)
        notAfter = LintedTime(try times.readAny(), in: times)
        try times.finish()
        subject = try LintedName(try fields.read(DERWriter.Tag.sequence), in: fields)
        key = try LintedKey(try fields.read(DERWriter.Tag.sequence), in: fields)
        var extensions: [LintedExtension] = []
        if let tagged = try fields.readIfPresent(DERWriter.Tag.explicit(3)) {
            var inside = fields.inside(tagged)
            var list = inside.inside(try inside.read(DERWriter.Tag.sequence))
            try inside.finish()
            while !list.isAtEnd {
                extensions.append(
                    try LintedExtension(try list.read(DERWriter.Tag.sequence), in: list))
            }
        }
        try fields.finish()
        self.extensions = extensions
        values = LintedValues(extensions)
    }

    func has(_ name: OID) -> Bool { self[name] != nil }

    /// The first extension of this name.
    subscript(name: OID) -> LintedExtension? { extensions.first { $0.name == name.octets[...] } }
}

/// An extension as it stands, its value not looked into.
struct LintedExtension: Sendable {
    let name: ArraySlice<UInt8>
    let isCritical: Bool
    let value: ArraySlice<UInt8>

    fileprivate init(_ element: DERReader.Element, in reader: DERReader) throws(DERProblem) {
        var fields = reader.inside(element)
        name = fields.octets(try fields.read(DERWriter.Tag.oid).content)
        if let flag = try fields.readIfPresent(DERWriter.Tag.boolean) {
            // FALSE is the default, which DER does not write.
            guard fields.octets(flag.content).elementsEqual([0xFF]) else { throw .malformed }
            isCritical = true
        } else {
            isCritical = false
        }
        value = fields.octets(try fields.read(DERWriter.Tag.octetString).content)
        try fields.finish()
    }

    /// For messages.
    var text: String { OID(octets: name)?.text ?? Array(name).hexadecimal }
}

/// A moment as it is written, and what it means where it is written rightly.
struct LintedTime: Sendable {
    let tag: UInt8
    let text: ArraySlice<UInt8>
    /// Seconds since 1970; nil where it is written otherwise than RFC 5280 section 4.1.2.5 says.
    let seconds: Int64?
    let year: Int?

    fileprivate init(_ element: DERReader.Element, in reader: DERReader) {
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
