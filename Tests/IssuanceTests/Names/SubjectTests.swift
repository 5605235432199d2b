import Testing

@testable import Issuance

@Suite struct SubjectTests {
    @Test("fields come out in their order, trimmed, with country codes in upper case")
    func order() throws {
        let subject = try Subject([
            .init(.commonName, " a.example "), .init(.country, "se"),
            .init(.organizationalUnit, "One"), .init(.organizationalUnit, "Two"),
            .init(.organization, "Example\u{A0}"),
        ])
        #expect(
            subject.entries == [
                .init(.country, "SE"), .init(.organization, "Example"),
                .init(.organizationalUnit, "One"), .init(.organizationalUnit, "Two"),
                .init(.commonName, "a.example"),
            ])
        #expect(subject.commonName == "a.example")
    }

    @Test(
        "texts as long as their bound pass, one character more does not",
        arguments: SubjectField.allCases.filter { !$0.isCountry })
    func bounds(_ field: SubjectField) throws {
        let longest = String(repeating: "1", count: field.charactersMax)
        #expect(try Subject([.init(field, longest)])[field] == longest)
        #expect(throws: SubjectProblem.tooLong(field)) {
            try Subject([.init(field, longest + "1")])
        }
    }

    @Test(
        "texts that cannot stand are refused with the field",
        arguments: [
            (Subject.Entry(.organization, ""), SubjectProblem.empty(.organization)),
            (.init(.locality, " \n"), .empty(.locality)),
            (.init(.locality, "-"), .meaningless(.locality)),
            (.init(.country, "S1"), .notCountryCode(.country)),
            (.init(.country, "S"), .notCountryCode(.country)),
            (.init(.country, "ÅÄ"), .notCountryCode(.country)),
            (.init(.country, "SWE"), .tooLong(.country)),
            (.init(.registrationNumber, "Å1"), .notPrintable(.registrationNumber)),
            (.init(.organization, "A\u{0}B"), .characterNotAllowed(.organization, "\u{0}")),
            (.init(.organization, "A\u{202E}B"), .characterNotAllowed(.organization, "\u{202E}")),
        ])
    func refused(_ entry: Subject.Entry, _ problem: SubjectProblem) {
        #expect(throws: problem) { try Subject([entry]) }
    }

    @Test("only streets and units may be given twice")
    func repeated() {
        for field in SubjectField.allCases {
            let entries = [Subject.Entry(field, "AB"), .init(field, "CD")]
            if field.isRepeatable {
                #expect(throws: Never.self) { try Subject(entries) }
            } else {
                #expect(throws: SubjectProblem.repeated(field)) { try Subject(entries) }
            }
        }
    }
}
