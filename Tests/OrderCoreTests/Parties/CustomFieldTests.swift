import OrderCore
import Testing

@Suite struct CustomFieldTests {
    private func field(_ format: CustomField.Format) -> CustomField {
        CustomField(
            id: 1, accountID: 1, label: "Cost center", description: nil, isRequired: true,
            isActive: true, format: format)
    }

    static let values = [
        "", "text", "0", "-7", "9223372036854775807", "9223372036854775808", "1.5", " 1",
        "a@example.com", "a@example.com, b@example.com", "a@b@c.com",
    ]

    @Test(
        "a field accepts what fits its format",
        arguments: [
            (CustomField.Format.anything, values), (.text, values),
            (.integer, ["0", "-7", "9223372036854775807"]), (.emailAddress, ["a@example.com"]),
        ])
    func formats(format: CustomField.Format, accepted: [String]) {
        #expect(Self.values.filter(field(format).accepts) == accepted)
    }

    @Test(
        "a list of addresses is taken apart at its commas",
        arguments: [
            ("a@example.com", true), ("a@example.com,b@example.com", true),
            (" a@example.com , b@example.com ", true), ("a@example.com,b", false),
            ("a@example.com b@example.com", false),
        ])
    func list(value: String, isAccepted: Bool) {
        #expect(field(.emailList).accepts(value) == isAccepted)
    }
}
