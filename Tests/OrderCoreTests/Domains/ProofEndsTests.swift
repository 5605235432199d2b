import Foundation
import OrderCore
import Testing

@Suite("Ends of proofs")
struct ProofEndsTests {
    @Test("are counted in days of UTC, today included")
    func days() {
        let noon = Date(timeIntervalSince1970: 1_800_014_400)
        func end(_ days: Int, _ hours: Double = 0) -> Date {
            noon.addingTimeInterval(Double(days) * 86_400 + hours * 3600)
        }
        let ends = ProofEnds(
            [
                end(-8), end(-7), end(-1), end(0, -11), end(0, 11), end(30), end(31), end(60),
                end(61),
            ],
            now: noon)
        #expect(ends.expired == 3)
        #expect(ends.count(ProofEnds.recentDays) == 2)
        #expect(ends.count(ProofEnds.soonDays) == 5)
        #expect(ends.count(0...30) == 3)
        #expect(ends.count(31...60) == 2)
        #expect(ends.count(61...90) == 1)
    }
}
