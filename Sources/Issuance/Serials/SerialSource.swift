package import Foundation

/// Where serial numbers come from.
package protocol SerialSource: Sendable {
    func next(now: Date) -> SerialNumber
}

/// Serials whose random part is the system's.
package struct SystemSerialSource: SerialSource {
    package init() {}

    package func next(now: Date) -> SerialNumber {
        var generator = SystemRandomNumberGenerator()
        let random = (0..<SerialNumber.randomOctets).map { _ in
            UInt8.random(in: .min ... .max, using: &generator)
        }
        return SerialNumber(at: now, random: random)
    }
}
