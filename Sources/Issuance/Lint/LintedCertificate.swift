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
    let notBefore: CertificateTime
    let notAfter: CertificateTime
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
        notBefore = CertificateTime(try times.readAny(), in: times)
        notAfter = CertificateTime(try times.readAny(), in: times)
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
