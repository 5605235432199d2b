import APIModels
import Testing

/// Order info is written by hand, member by member. The fixtures hold the bytes; here is made sure
/// that they leave nothing out, so that a member that is added and not written is noticed.
@Suite struct SelfWritingTests {
    @Test("the whole fixture of order info holds every member there is")
    func whole() throws {
        let text = try WireFixture(OrderDetails.self).text()
        let details = try WireDecoder().decode(OrderDetails.self, from: text.utf8)
        #expect(absent(in: details, at: "order") == [])
    }

    private func absent(in value: Any, at path: String) -> [String] {
        let mirror = Mirror(reflecting: value)
        if mirror.displayStyle == .optional, mirror.children.isEmpty { return [path] }
        return mirror.children.flatMap { child in
            absent(in: child.value, at: child.label.map { "\(path).\($0)" } ?? path)
        }
    }
}
