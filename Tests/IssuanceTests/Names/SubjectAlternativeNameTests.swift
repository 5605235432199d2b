import Testing

@testable import Issuance

@Suite struct SubjectAlternativeNameTests {
    @Test(
        "addresses are told from host names and written in their short form",
        arguments: [
            ("192.0.2.1", "192.0.2.1", NameForm.address),
            ("2001:DB8:0::1", "2001:db8::1", .address),
            ("::ffff:1.2.3.4", "::ffff:1.2.3.4", .address), ("A.example", "a.example", .host),
            ("*.a.example", "*.a.example", .wildcard),
        ])
    func forms(_ text: String, _ written: String, _ form: NameForm) throws {
        let name = try SubjectAlternativeName(text)
        #expect(name.text == written)
        #expect(name.form == form)
    }

    @Test(
        "texts that only look like addresses are none",
        arguments: [
            "1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.4\u{0}x", "fe80::1%eth0", "[::1]", " ::1",
            "0x7f.1",
        ])
    func nearAddresses(_ text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(
        "reserved addresses are internal, others are not",
        arguments: [
            ("10.0.0.1", true), ("172.31.0.1", true), ("172.32.0.1", false), ("192.168.1.1", true),
            ("127.0.0.1", true), ("100.64.0.1", true), ("100.128.0.1", false),
            ("169.254.1.1", true),
            ("224.0.0.1", true), ("255.255.255.255", true), ("8.8.8.8", false), ("::1", true),
            ("fe80::1", true), ("fd00::1", true), ("2001:db8::1", true), ("2a00:1450::1", false),
            ("::ffff:8.8.8.8", true),
        ])
    func internalAddresses(_ text: String, _ isInternal: Bool) throws {
        #expect(try SubjectAlternativeName(text).isInternal == isInternal)
    }
}
