import Foundation

import FoundationEssentials
/// The fields that the issuer fills in: version, serial, algorithms, its name, and times.
extension Lint {
    static let ofFields = [
        Lint("rfc5280_version_3", "RFC 5280 section 4.1.2.1", about: .house) { one, _ in
            one.version == 2 ? nil : "The version is not 3."
        },
        Lint("rfc5280_serial_number", "RFC 5280 section 4.1.2.2", about: .house) { one, _ in
            let serial = one.serial
            guard let first = serial.first, serial.count <= SerialNumber.octetsMax, first < 0x80,
                serial.contains(where: { $0 != 0 })
            else { return "The serial is not a positive number of 20 octets at most." }
            // A leading zero is for the sign alone.
            guard first == 0, let second = serial.dropFirst().first, second < 0x80 else {
                return nil
            }
            return "The serial has a zero too many in front."
        },
        Lint("cabf_br_serial_entropy", "Baseline Requirements section 7.1", about: .house) {
            one, _ in
            let digits = one.serial.drop { $0 == 0 }
            let isRandom = digits.count >= 8 && digits.suffix(8).contains { $0 != 0 }
            return isRandom || digits.isEmpty
                ? nil : "The serial is too short to hold 64 random bits, or ends in zeros."
        },
        Lint("rfc5280_algorithms_equal", "RFC 5280 section 4.1.1.2", about: .house) { one, _ in
            one.innerAlgorithm == one.outerAlgorithm
                ? nil : "The algorithm that is signed is not the one beside the signature."
        },
        Lint("cabf_br_signature_algorithm", "Baseline Requirements section 7.1.3.2", about: .house)
        { one, place in
            let known = SignatureAlgorithms.of(place.issuer.key.kind.family)
            return [one.innerAlgorithm, one.outerAlgorithm].allSatisfy { known.contains(Array($0)) }
                ? nil : "The issuer's key is not one for the algorithm of the signature."
        },
        Lint("rfc5280_issuer_name", "RFC 5280 section 4.1.2.4", about: .house) { one, place in
            one.issuer == place.issuer.name[...]
                ? nil : "The issuer is not, octet for octet, the subject of the issuer."
        },
    ]

    static let ofTimes = [
        Lint("rfc5280_time_form", "RFC 5280 section 4.1.2.5", about: .validity) { one, _ in
            let isRight = [one.notBefore, one.notAfter].allSatisfy { time in
                guard let year = time.year else { return false }
                return (time.tag == DERWriter.Tag.utcTime) == (1950..<2050).contains(year)
            }
            return isRight
                ? nil : "A time is not UTCTime until 2049, GeneralizedTime after it, in seconds."
        },
        Lint("rfc5280_validity_order", "RFC 5280 section 4.1.2.5", about: .validity) { one, _ in
            guard let start = one.notBefore.seconds, let end = one.notAfter.seconds else {
                return nil
            }
            return start <= end ? nil : "It ends before it begins."
        },
        Lint("chancery_within_issuer", "RFC 5280 section 6.1.3", about: .validity) { one, place in
            guard let start = one.notBefore.seconds, let end = one.notAfter.seconds, start <= end
            else { return nil }
            let own = place.issuer.validity
            return Double(start) >= own.notBefore.timeIntervalSince1970
                && Double(end) <= own.notAfter.timeIntervalSince1970
                ? nil : "It is valid at times when its issuer's own certificate is not."
        },
        Lint("profile_validity_days", "the profile's validity", about: .validity) { one, place in
            guard let start = one.notBefore.seconds, let end = one.notAfter.seconds,
                let rule = place.profile?.validity
            else { return nil }
            let daysMax = rule.daysMax(at: Date(timeIntervalSince1970: Double(start)))
            // The last second counts (Baseline Requirements section 6.3.2).
            return end - start + 1 <= Int64(daysMax) * 86_400
                ? nil : "It is valid for more than the profile's \(daysMax) days."
        },
    ]
}

/// AlgorithmIdentifiers, whole: their parameters are NULL for RSA and absent for curves.
private enum SignatureAlgorithms {
    static func of(_ family: KeyFamily) -> Set<[UInt8]> {
        switch family {
        case .rsa: rsa
        case .p256, .p384, .p521: curves
        case .ed25519: []
        }
    }

    private static let rsa = Set(
        [
            [1, 2, 840, 113549, 1, 1, 11], [1, 2, 840, 113549, 1, 1, 12],
            [1, 2, 840, 113549, 1, 1, 13],
        ]
        .map { octets(OID($0), [DERWriter.Tag.null, 0]) })

    private static let curves = Set(
        [[1, 2, 840, 10045, 4, 3, 2], [1, 2, 840, 10045, 4, 3, 3], [1, 2, 840, 10045, 4, 3, 4]]
            .map { octets(OID($0), []) })

    private static func octets(_ name: OID, _ parameters: [UInt8]) -> [UInt8] {
        var writer = DERWriter(reserving: 32)
        writer.append(DERWriter.Tag.sequence) { whole in
            whole.append(DERWriter.Tag.oid, name.octets)
            whole.append(whole: parameters)
        }
        return writer.octets
    }
}
