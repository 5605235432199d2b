import CLibPQ
import Storage

/// One connection to the server, with the statements it has prepared. Used by one thread.
///
/// The connection is in pipeline mode all the time: what is asked for is sent, and answers are
/// heard later, in order. So `BEGIN` travels with the first statement of a transaction, statements
/// whose answer nobody waits for with the next one, and `COMMIT` with those that are left. A
/// transaction costs as many round trips as it has statements whose answer it needs, and one for
/// the commit.
final class Session {
    /// Lists are filtered in many ways; past this many texts, all are let go and prepared anew.
    static let statementsMax = 512

    /// What was sent and not yet heard of.
    private enum Awaited {
        case answer
        /// The answer to a statement that fails by a division where it changed no row.
        case guardedAnswer
        /// The answer to a question that nobody waits for yet.
        case foreseenAnswer(Foresight.Question)
        /// The end of a batch: the server starts afresh after an error.
        case batchEnd
    }

    /// What an answer decides.
    enum Matter {
        case statement
        case commit
    }

    /// On whose behalf it is used.
    var errand: Errand?

    private let link: OpaquePointer
    private let watch: AnswerWatch
    private let post: AnswerWatch.Post
    private let warnings = ServerWarnings()
    let foresight = Foresight()
    let insertions = WideInsertions()
    private var statements: [String: PreparedStatement] = [:]
    private var preparedCount = 0
    private var awaited: [Awaited] = []

    /// Connects.
    ///
    /// - Parameter options: by libpq's keywords; `dbname` may be a whole URL.
    init(_ options: [(keyword: String, value: String)], _ watch: AnswerWatch) throws {
        let keywords = options.map(\.keyword)
        let values = options.map(\.value)
        let opened = withCStrings(keywords) { keywords in
            withCStrings(values) { PQconnectdbParams(keywords, $0, 1) }
        }
        guard let opened else { throw ConnectionLost(reason: "out of memory") }
        link = opened
        self.watch = watch
        post = watch.post(for: PQsocket(link))
        guard PQstatus(link) == CONNECTION_OK else {
            throw ConnectionLost(reason: String(cString: PQerrorMessage(link)).trimmed)
        }
        let encoding = PQparameterStatus(link, "server_encoding").map { String(cString: $0) }
        guard encoding == EncodingProblem.wanted else {
            throw EncodingProblem(encoding: encoding ?? "?")
        }
        warnings.collect(from: link)
        try settle()
    }

    deinit {
        watch.remove(post)
        PQfinish(link)
    }

    var isOpen: Bool { PQstatus(link) == CONNECTION_OK && !post.isOverdue }

    /// What holds for the whole session, and the mode in which everything else is sent.
    private func settle() throws {
        let result = watched { PQexec(link, Self.settings) }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_TUPLES_OK, PQenterPipelineMode(link) == 1 else {
            throw lost
        }
    }

    /// Locks are not waited for without end, a node that hangs does not hold them for ever, and
    /// what was answered is on disk whatever the role's settings say.
    private static let settings = """
        SET lock_timeout = '10s';
        SET idle_in_transaction_session_timeout = '30s';
        SELECT set_config('synchronous_commit', 'on', false)
        WHERE current_setting('synchronous_commit') = 'off';
        """

    // MARK: Asking

    /// Runs a statement and waits for its answer.
    func ask(_ sql: String, _ values: [SQLValue]) throws -> Answer {
        if let foreseen = try foresight.take(sql, values, hear: { try hear() }) { return foreseen }
        try send(sql, values)
        guard let answer = try hear() else { throw ConnectionLost(reason: "no answer") }
        foresight.keep(answer, to: sql, values)
        return answer
    }

    /// Sends a question that ``ask(_:_:)`` will be asked for in this transaction.
    func foresee(_ sql: String, _ values: [SQLValue]) throws {
        guard !foresight.knows(sql, values) else { return }
        try send(sql, values, awaiting: .foreseenAnswer(foresight.expect(sql, values)))
    }

    /// Sends a statement whose answer is heard with the next one that is waited for.
    func send(_ sql: String, _ values: [SQLValue]) throws {
        try send(sql, values, awaiting: .answer)
    }

    /// Sends an update that has to change one row. That it did is checked by the server: the
    /// `COMMIT` may be under way already when its answer comes.
    func sendGuarded(_ sql: String, _ values: [SQLValue]) throws {
        try send(
            "WITH changed AS (\(sql) RETURNING 1) SELECT 1 / count(*) FROM changed", values,
            awaiting: .guardedAnswer)
    }

    /// Sends a question that has to find something.
    func sendCondition(_ sql: String, _ values: [SQLValue]) throws {
        try send("SELECT 1 / count(*) FROM (\(sql)) AS found", values, awaiting: .guardedAnswer)
    }

    /// Sends an insertion of several rows; throws ``NotTogether`` where it can have but one.
    func sendInsertion(_ sql: String, _ rows: [[SQLValue]]) throws {
        if rows.count == 1 { return try send(sql, rows[0]) }
        let narrow = try prepared(sql)
        guard let wide = insertions.of(sql)?.text(narrow.parameterTypes) else {
            throw NotTogether()
        }
        try send(prepared(wide), Parameters(rows: rows, for: narrow), awaiting: .answer)
    }

    private func send(_ sql: String, _ values: [SQLValue], awaiting answer: Awaited) throws {
        let statement = try prepared(sql)
        try send(statement, Parameters(values, for: statement), awaiting: answer)
    }

    private func send(
        _ statement: PreparedStatement, _ parameters: Parameters, awaiting answer: Awaited
    ) throws {
        let isSent = watched {
            parameters.lend { PQsendQueryPrepared(link, statement.name, $0, $1, $2, $3, 1) }
        }
        guard isSent == 1 else { throw lost }
        awaited.append(answer)
    }

    /// Has the server work on what was sent, without waiting for it.
    func flush() throws {
        let isSent = watched { PQpipelineSync(link) }
        guard isSent == 1 else { throw lost }
        awaited.append(.batchEnd)
    }

    /// Waits for everything that was sent. Returns the last answer; throws the first error.
    @discardableResult
    func hear(of matter: Matter = .statement) throws -> Answer? {
        try flush()
        return try watched(matter) { try hearAll() }
    }

    private func hearAll() throws -> Answer? {
        var last: Answer?
        var failure: (any Error)?
        for item in awaited {
            switch item {
            case .batchEnd: try hearBatchEnd()
            case .answer, .guardedAnswer:
                let answer = try hearAnswer()
                last = answer
                failure = failure ?? problem(in: answer, to: item)
            case .foreseenAnswer(let question):
                let answer = try hearAnswer()
                failure = failure ?? problem(in: answer, to: item)
                question.answer = answer
            }
        }
        awaited.removeAll(keepingCapacity: true)
        if let failure { throw failure }
        return last
    }

    private func hearAnswer() throws -> Answer {
        guard let answer = PQgetResult(link) else { throw lost }
        // Between the answers to two statements comes a nothing.
        while let more = PQgetResult(link) { PQclear(more) }
        return Answer(answer)
    }

    private func hearBatchEnd() throws {
        guard let end = PQgetResult(link) else { throw lost }
        defer { PQclear(end) }
        guard PQresultStatus(end) == PGRES_PIPELINE_SYNC else { throw lost }
    }

    private func problem(in answer: Answer, to item: Awaited) -> (any Error)? {
        switch PQresultStatus(answer.result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_PIPELINE_ABORTED: return nil
        default: break
        }
        guard let state = answer.result.field("C") else { return lost }
        if case .guardedAnswer = item, state == "22012" { return StorageProblem.changedMeanwhile }
        return PostgresProblem(state: state, message: answer.result.field("M") ?? "").translated
    }

    private var lost: ConnectionLost {
        if post.isOverdue { return ConnectionLost(reason: watch.overdue, isOverdue: true) }
        return ConnectionLost(reason: String(cString: PQerrorMessage(link)).trimmed)
    }

    /// Calls libpq, which may wait for the server, under the watch.
    private func watched<Value>(
        _ matter: Matter = .statement, _ body: () throws -> Value
    ) rethrows -> Value {
        if let errand, errand.patience == .ofWork { return try body() }
        let tell: (@Sendable () -> Void)? =
            switch matter {
            case .statement: nil
            case .commit: { [errand, watch] in errand?.fail(.unknownOutcome(watch.overdue)) }
            }
        post.begin(AnswerWatch.Post.Wait(since: watch.now, tell: tell))
        defer { post.end() }
        return try body()
    }

    // MARK: Preparing

    private func prepared(_ sql: String) throws -> PreparedStatement {
        if let kept = statements[sql] { return kept }
        if statements.count >= Self.statementsMax { try forgetStatements() }
        preparedCount += 1
        let name = "s\(preparedCount)"
        let text = Dialect.postgres.translate(sql)
        let isSent = watched { PQsendPrepare(link, name, text, 0, nil) }
        guard isSent == 1 else { throw lost }
        awaited.append(.answer)
        guard PQsendDescribePrepared(link, name) == 1 else { throw lost }
        awaited.append(.answer)
        guard let description = try hear() else { throw lost }
        let statement = try PreparedStatement(name: name, description: description)
        statements[sql] = statement
        return statement
    }

    private func forgetStatements() throws {
        guard PQsendQueryParams(link, "DEALLOCATE ALL", 0, nil, nil, nil, nil, 1) == 1 else {
            throw lost
        }
        awaited.append(.answer)
        try hear()
        statements.removeAll()
    }

    // MARK: Warnings

    /// Runs `body` and tells whether the server warned of anything meanwhile.
    func isWarned(during body: () throws -> Void) rethrows -> Bool {
        warnings.count = 0
        try body()
        return warnings.count > 0
    }
}

extension String {
    fileprivate var trimmed: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
