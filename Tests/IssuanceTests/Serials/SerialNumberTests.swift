import Foundation
import Testing

@testable import Issuance

@Suite struct SerialNumberTests {
    @Test("a serial is the time in milliseconds and then ten random octets")
    func layout() {
        let random = Array(UInt8(0xF0)...0xF9)
        let serial = SerialNumber(at: noon.addingTimeInterval(0.0625), random: random)
        #expect(serial.hex == "019F1D8CE23E" + "F0F1F2F3F4F5F6F7F8F9")
    }

    @Test(
        "the form is minimal and positive whatever the time",
        arguments: [
            (0.0, "01010101010101010101"), (0.2, "C801010101010101010101"),
            (-5.0, "01010101010101010101"), (250_000_000_000.0, "E35FA931A00001010101010101010101"),
        ])
    func minimal(_ seconds: Double, _ hex: String) {
        let serial = SerialNumber(
            at: Date(timeIntervalSince1970: seconds), random: Array(repeating: 1, count: 10))
        #expect(serial.hex == hex)
        #expect(serial.content[0] < 0x80)
        #expect(serial.content.count <= SerialNumber.octetsMax)
        #expect(serial.content[0] != 0 || serial.content[1] >= 0x80)
    }

    @Test("later serials sort after earlier ones, and none comes twice")
    func sorted() {
        let source = SystemSerialSource()
        let serials = (0..<2000).map { source.next(now: noon.addingTimeInterval(Double($0) / 500)) }
        #expect(serials.map(\.hex) == serials.map(\.hex).sorted())
        #expect(Set(serials).count == serials.count)
    }

    @Test("the text form is read back, and what is no serial is refused")
    func hex() throws {
        let serial = SystemSerialSource().next(now: noon)
        #expect(SerialNumber(hex: serial.hex) == serial)
        #expect(SerialNumber(hex: serial.hex.lowercased()) == serial)
        #expect(SerialNumber(hex: "00" + serial.hex) == serial)
        #expect(SerialNumber(hex: "80")?.content == [0, 0x80])
        for text in ["", "00", "0", "1G", "-1", String(repeating: "FF", count: 20)] {
            #expect(SerialNumber(hex: text) == nil, "\(text)")
        }
        #expect(SerialNumber(hex: String(repeating: "7F", count: 20)) != nil)
        #expect(SerialNumber(hex: String(repeating: "7F", count: 21)) == nil)
    }
}
