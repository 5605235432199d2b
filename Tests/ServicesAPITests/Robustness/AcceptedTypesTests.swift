import Testing
import Web

/// The media types that clients ask for (RFC 9110, section 12.5.1).
@Suite struct AcceptedTypesTests {
    @Test(
        "a table is given to those who would rather have it",
        arguments: [
            (nil, false), ("", false), ("*/*", false), ("application/json", false),
            ("text/csv", true), ("Text/CSV", true), ("text/*", true),
            ("text/csv, application/json", true), ("application/json, text/csv", false),
            ("application/json;q=0.5, text/csv", true),
            ("application/json;q=1, text/csv;q=0.5", false), ("text/csv;q=0", false),
            ("text/csv;q=0, */*", false), ("text/csv, */*;q=0.1", true),
            ("text/csv ; q=0.9,application/*;q=0.8", true), ("text/csv;q=high", true),
        ] as [(String?, Bool)])
    func table(header: String?, isPreferred: Bool) {
        #expect(AcceptedTypes(header).prefer("text/csv") == isPreferred)
    }
}
