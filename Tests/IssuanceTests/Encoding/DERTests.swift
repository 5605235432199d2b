import Foundation
import Testing
import TestKit

@testable import Issuance

@Suite struct DERTests {
    @Test(
        "lengths are written in their shortest form", arguments: [0, 1, 127, 128, 255, 256, 70_000])
    func lengths(count: Int) throws {
        let content = Array(repeating: UInt8(7), count: count)
        var plain = DERWriter()
        plain.append(DERWriter.Tag.octetString, content)
        var nested = DERWriter()
        nested.append(DERWriter.Tag.octetString) { $0.append(whole: content) }
        #expect(plain.octets == nested.octets)
        var reader = DERReader(plain.octets)
        let element = try reader.read(DERWriter.Tag.octetString)
        #expect(Array(reader.octets(element.content)) == content)
        #expect(reader.isAtEnd)
    }

    @Test("numbers are written without needless octets, and never as negative ones")
    func numbers() {
        let cases: [(Int64, [UInt8])] = [
            (0, [2, 1, 0]), (1, [2, 1, 1]), (127, [2, 1, 127]), (128, [2, 2, 0, 128]),
            (256, [2, 2, 1, 0]), (.max, [2, 8, 0x7F] + Array(repeating: 0xFF, count: 7)),
        ]
        for (number, octets) in cases {
            var writer = DERWriter()
            writer.append(number: number)
            #expect(writer.octets == octets)
        }
    }

    @Test(
        "what is not DER is not read",
        arguments: [
            [], [0x30], [0x30, 1], [0x30, 0x80, 0, 0], [0x30, 0x81, 5, 0, 0, 0, 0, 0],
            [0x30, 0x82, 0, 0x81] + Array(repeating: 0, count: 0x81),
            [0x1F, 1, 0], [0x30, 0x85, 0, 0, 0, 0, 1, 0],
            [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF],
        ] as [[UInt8]])
    func refusals(octets: [UInt8]) {
        #expect(throws: DERProblem.self) {
            var reader = DERReader(octets)
            _ = try reader.readAny()
        }
    }

    @Test("times are those of the calendar, and change their form in 2050")
    func times() throws {
        var generator = SeededGenerator(seed: 5)
        let formatter = DateFormatter()
        formatter.calendar = Calendar(identifier: .gregorian)
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = .gmt
        formatter.dateFormat = "yyyyMMddHHmmss'Z' e"
        var samples = (0..<2000).map { _ in Int64.random(in: 0...8_000_000_000, using: &generator) }
        samples += [0, 951_782_400, 951_868_799, 2_524_607_999, 2_524_608_000, 4_107_542_400]
        for seconds in samples {
            let text = formatter.string(from: Date(timeIntervalSince1970: Double(seconds)))
            var writer = DERWriter()
            writer.append(seconds: seconds)
            let isShort = seconds < 2_524_608_000
            let digits = String(decoding: writer.octets.dropFirst(2), as: UTF8.self)
            #expect((isShort ? text.prefix(2) + digits : digits[...]) == text.prefix(15))
            #expect(writer.octets[0] == (isShort ? 0x17 : 0x18))
            #expect("\(CivilTime(seconds: seconds).weekday + 1)" == text.suffix(1))
        }
    }
}
