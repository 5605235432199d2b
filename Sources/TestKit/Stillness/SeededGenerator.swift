package import Foundation
package import Issuance
package import Registration
import Synchronization

/// SplitMix64: the same numbers for the same seed, on every machine.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) {
        state = seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Serials and tokens that are the same in every run.
package final class SeededChance: SerialSource, Sendable {
    private let generator: Mutex<SeededGenerator>

    package init(seed: UInt64 = 1) {
        generator = Mutex(SeededGenerator(seed: seed))
    }

    package func next(now: Date) -> SerialNumber {
        let random = (0..<SerialNumber.randomOctets).map { _ in UInt8(truncatingIfNeeded: draw()) }
        return SerialNumber(at: now, random: random)
    }

    package var tokens: TokenSource { TokenSource { SeededGenerator(seed: self.draw()) } }

    private func draw() -> UInt64 {
        generator.withLock { $0.next() }
    }
}
