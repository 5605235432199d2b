import CLibPQ
import Storage

/// Answers to questions that were asked before anybody needed them, by what was asked.
final class Foresight {
    private struct Answer {
        let sql: String
        let values: [SQLValue]
        var result: OpaquePointer?
    }

    private var answers: [Int: Answer] = [:]
    private var lastNumber = 0

    deinit { forget() }

    /// Expects the answer to a question. Returns the number under which it is to be brought.
    func expect(_ sql: String, _ values: [SQLValue]) -> Int {
        lastNumber += 1
        answers[lastNumber] = Answer(sql: sql, values: values)
        return lastNumber
    }

    /// Keeps an answer, unless nobody wants it any more.
    func bring(_ result: OpaquePointer, to number: Int) {
        guard answers[number] != nil else { return PQclear(result) }
        answers[number]?.result = result
    }

    /// Gives an answer away; `hear` brings those that are still under way.
    func take(
        _ sql: String, _ values: [SQLValue], hear: () throws -> Void
    ) rethrows -> OpaquePointer? {
        guard
            let number = answers.first(where: { $1.sql == sql && $1.values == values })?.key
        else { return nil }
        if answers[number]?.result == nil { try hear() }
        return answers.removeValue(forKey: number)?.result
    }

    /// Lets go of what was not needed.
    func forget() {
        for answer in answers.values { PQclear(answer.result) }
        answers.removeAll(keepingCapacity: true)
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
