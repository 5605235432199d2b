import Storage

/// Answers to questions that were asked before anybody needed them, and, where several bodies read
/// one snapshot, to questions that others have asked of it.
final class Foresight {
    /// Answers with more rows are not kept for others, who seldom ask the same.
    static let sharedRowsMax = 16

    /// What was asked, and the answer once it is there.
    final class Question {
        fileprivate let values: [SQLValue]
        var answer: Answer?

        fileprivate init(_ values: [SQLValue], answer: Answer? = nil) {
            self.values = values
            self.answer = answer
        }
    }

    /// Whether answers stay for others until the transaction ends.
    var isShared = false

    /// By their statements.
    private var questions: [String: [Question]] = [:]

    func knows(_ sql: String, _ values: [SQLValue]) -> Bool {
        questions[sql]?.contains { $0.values == values } ?? false
    }

    /// Expects the answer to a question.
    func expect(_ sql: String, _ values: [SQLValue]) -> Question {
        let question = Question(values)
        questions[sql, default: []].append(question)
        return question
    }

    /// Keeps an answer for others.
    func keep(_ answer: Answer, to sql: String, _ values: [SQLValue]) {
        guard isShared, answer.rowsCount <= Self.sharedRowsMax else { return }
        questions[sql, default: []].append(Question(values, answer: answer))
    }

    /// Gives an answer; `hear` brings those that are still under way.
    func take(
        _ sql: String, _ values: [SQLValue], hear: () throws -> Void
    ) rethrows -> Answer? {
        guard let index = questions[sql]?.firstIndex(where: { $0.values == values }),
            let question = questions[sql]?[index]
        else { return nil }
        if question.answer == nil { try hear() }
        if !isShared { questions[sql]?.remove(at: index) }
        return question.answer
    }

    /// Lets go of all answers.
    func forget() {
        questions.removeAll(keepingCapacity: true)
        isShared = false
    }
}

/// Notes what it is asked, and knows no rows.
final class QuestionNotes: Transaction {
    private(set) var questions: [(sql: String, values: [SQLValue])] = []

    func run(_ sql: String, _ values: [SQLValue]) throws -> Int { throw ChangeAhead() }

    func each(
        _ sql: String, _ values: [SQLValue], _ body: (inout Columns) throws -> Void
    ) throws {
        questions.append((sql, values))
    }

    private struct ChangeAhead: Error {}
}
