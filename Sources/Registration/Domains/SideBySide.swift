extension Array where Element: Sendable {
    /// So many names are looked at side by side.
    private static var atOnceMax: Int { 8 }

    /// What the world answers to each, in the order in which it does.
    func askedSideBySide<Answer: Sendable>(
        _ ask: @escaping @Sendable (Element) async -> Answer
    ) async -> [Answer] {
        await withTaskGroup(of: Answer.self) { group in
            var waiting = self[...]
            var answers: [Answer] = []
            func begin() {
                guard let next = waiting.popFirst() else { return }
                group.addTask { await ask(next) }
            }
            for _ in 0..<Self.atOnceMax { begin() }
            while let answer = await group.next() {
                answers.append(answer)
                begin()
            }
            return answers
        }
    }
}
