import APIModels
import Testing

@Suite struct RoundTripTests {
    @Test("a fixture reads and writes back to itself", arguments: WireFixture.all)
    func roundTrip(_ fixture: WireFixture) throws {
        let text = try fixture.text()
        let written = try fixture.roundTrip(text)
        #expect(String(decoding: written, as: UTF8.self) == text.compacted)
    }

    @Test("every fixture is read by a test")
    func coverage() throws {
        #expect(try WireFixture.filesPresent() == Set(WireFixture.all.map(\.name)))
    }
}
