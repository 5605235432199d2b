import Storage
import Testing

@testable import Server

@Suite struct WorkerOutageTests {
    private let away = StorageProblem.unavailable("away")

    @Test("a failure is told once, and once a minute, and that it is over")
    func outage() {
        let lines = SampleLog()
        var outage = WorkerOutage(worker: "mail", logger: lines.logger)
        outage.end()
        let start = ContinuousClock.now
        for second in 0..<125 { outage.note(away, at: start + .seconds(second)) }
        #expect(lines.count(of: "worker failed") == 3)
        outage.end()
        outage.end()
        #expect(lines.count(of: "worker goes on") == 1)
        outage.note(away, at: start + .seconds(126))
        #expect(lines.count(of: "worker failed") == 4)
    }

    @Test("another failure is told at once")
    func other() {
        let lines = SampleLog()
        var outage = WorkerOutage(worker: "mail", logger: lines.logger)
        outage.note(away)
        outage.note(StorageProblem.unavailable("full"))
        #expect(lines.text.contains("full"))
        #expect(lines.count(of: "worker failed") == 2)
    }
}
