import Foundation
package import Issuance

/// How many timestamps a certificate needs, so that those who look for them are content.
package struct TimestampPolicy: Equatable, Sendable {
    /// Certificates of so many days, and shorter ones, need fewer.
    package static let shortLifeDaysMax = 180
    package static let shortLifeTimestamps = 2
    package static let longLifeTimestamps = 3
    /// So many operators at least, where there are so many.
    package static let operatorsMin = 2
    /// Beyond this, nobody looks, and certificates only grow.
    package static let timestampsMax = 8

    /// For every certificate, if the owner of the house says how many.
    package let timestamps: Int?

    package init(timestamps: Int? = nil) {
        self.timestamps = timestamps
    }

    package func count(for validity: Validity) -> Int {
        if let timestamps { return timestamps }
        let seconds = validity.notAfter.timeIntervalSince(validity.notBefore)
        return seconds <= Double(Self.shortLifeDaysMax) * 86_400
            ? Self.shortLifeTimestamps : Self.longLifeTimestamps
    }

    /// What a certificate needs of logs that take it, answering or not: that one operator is away
    /// is no reason to do without it.
    package func need(for validity: Validity, of logs: [TransparencyLog]) -> TimestampNeed {
        let count = count(for: validity)
        let operators = Set(logs.map(\.operatorName)).count
        return TimestampNeed(
            count: count, operators: min(Self.operatorsMin, operators, count))
    }
}

/// So many timestamps, from so many operators.
package struct TimestampNeed: Equatable, Sendable {
    package let count: Int
    package let operators: Int

    package init(count: Int, operators: Int) {
        self.count = count
        self.operators = operators
    }

    /// The places in `operators`, one for each timestamp at hand in the order in which they came,
    /// of those that are enough together; nil where all are not.
    package func choice(among operators: [String]) -> [Int]? {
        guard operators.count >= count else { return nil }
        var chosen: [Int] = []
        var seen: Set<String> = []
        // One of each operator until there are enough of those, then whatever came first.
        for (place, name) in operators.enumerated()
        where seen.count < self.operators && seen.insert(name).inserted {
            chosen.append(place)
        }
        guard seen.count >= self.operators else { return nil }
        for place in operators.indices where chosen.count < count && !chosen.contains(place) {
            chosen.append(place)
        }
        return chosen.sorted()
    }
}
