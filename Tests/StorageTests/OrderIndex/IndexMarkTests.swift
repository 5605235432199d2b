import Testing

@testable import Storage

@Suite struct IndexMarkTests {
    struct Sight: Sendable {
        let own: String
        let other: String
        let covers: Bool
    }

    @Test(
        "a snapshot covers another one where it sees all that the other sees",
        arguments: [
            Sight(own: "10:10:", other: "10:10:", covers: true),
            Sight(own: "10:12:", other: "10:10:", covers: true),
            Sight(own: "10:10:", other: "10:12:", covers: false),
            // 11 runs still, and the other one saw it committed.
            Sight(own: "11:14:11", other: "12:12:", covers: false),
            Sight(own: "11:14:11", other: "11:12:11", covers: true),
            // What began after the other one was taken, it did not see.
            Sight(own: "13:14:13", other: "12:12:", covers: true),
            Sight(own: "11:15:11,13", other: "11:14:11,12", covers: false),
        ])
    func snapshots(sight: Sight) throws {
        let own = try PostgresSnapshot(text: sight.own, server: "a")
        #expect(own.covers(try PostgresSnapshot(text: sight.other, server: "a")) == sight.covers)
        #expect(!own.covers(try PostgresSnapshot(text: sight.other, server: "b")))
    }

    @Test("what is no snapshot is refused", arguments: ["", "1:2", "a:2:", "1:b:3"])
    func nonsense(text: String) {
        #expect(throws: StorageProblem.self) { try PostgresSnapshot(text: text, server: "a") }
    }

    @Test("counted changes go up")
    func numbers() {
        #expect(IndexMark.number(3).covers(.number(3)))
        #expect(!IndexMark.number(3).covers(.number(4)))
    }
}

@Suite struct TextSearchTests {
    @Test(
        "a text is found in another one, ASCII's capitals or not",
        arguments: [
            ("www.example.com", "example", true), ("www.EXAMPLE.com", "exAmple", true),
            ("www.example.com", "www.example.com", true), ("a", "ab", false),
            ("www.example.com", "", true), ("", "a", false),
            // Signs that differ from others as small letters do from capitals.
            ("a`b", "a@b", false), ("a[b", "a{b", false), ("ü", "Ü", false),
            ("a-very-long-name-before-the-place.where.it.IS", "where.it.is", true),
            ("a-very-long-name-before-the-place.where.it.is", "where.it.is.", false),
        ])
    func holds(text: String, needle: String, isFound: Bool) {
        #expect(TextSearch.holds(text, needle) == isFound)
    }
}
