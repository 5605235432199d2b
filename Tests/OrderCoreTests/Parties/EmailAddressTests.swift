import OrderCore
import Testing

@Suite struct EmailAddressTests {
    @Test(
        "an address has one @, something before it, and a host with a dot inside",
        arguments: [
            ("a@example.com", true), ("a.b+c@mail.example.com", true), ("ä@exämple.com", true),
            ("", false), ("@", false), ("a", false), ("a@", false), ("@example.com", false),
            ("a@example", false), ("a@.com", false), ("a@example.", false),
            ("a@b@example.com", false), ("a b@example.com", false), ("a@example.com\n", false),
        ])
    func plausible(text: String, isPlausible: Bool) {
        #expect(EmailAddress.isPlausible(text) == isPlausible)
    }

    @Test("an address has 255 bytes at most")
    func length() {
        let host = "@example.com"
        let longest = String(repeating: "a", count: EmailAddress.lengthMax - host.utf8.count) + host
        #expect(EmailAddress.isPlausible(longest))
        #expect(!EmailAddress.isPlausible("a" + longest))
    }

    @Test(
        "white space around a text falls away, inside it stays",
        arguments: [("", ""), (" \t\n", ""), (" a b ", "a b"), ("a", "a"), ("\r\na", "a")])
    func trimming(text: String, trimmed: String) {
        #expect(text.trimmingSpaces == trimmed)
    }
}
