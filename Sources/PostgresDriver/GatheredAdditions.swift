import Storage

/// A body that only adds rows, and how whoever waits for it is told.
struct Addition: Sendable {
    /// Runs the body, which hands its rows to the transaction.
    let run: @Sendable (GatheringTransaction) -> Outcome
    /// Tells that it was not run.
    let fail: @Sendable (any Error) -> Void

    struct Outcome {
        /// Why nothing of the body is kept, if so.
        let failure: (any Error)?
        /// Tells of what the body gave, or of why it is not kept.
        let tell: (_ groupFailure: (any Error)?) -> Void
    }
}

/// What several bodies add under one commit did not work out, or this one does more than add: it is
/// to be run by itself.
struct NotTogether: Error {}

extension Lane where Work == Addition {
    /// The number of bodies bounds how long the first of them waits.
    static var together: Gathering { Gathering(jobsMax: 64, spreadSeconds: 0.01) }

    /// A lane whose threads each take what waits and write it in one transaction.
    convenience init(
        gathering name: String, threadsMax: Int, connector: Connector, watch: AnswerWatch
    ) {
        self.init(
            name, threadsMax: threadsMax, gathering: Self.together, connector: connector,
            watch: watch
        ) { holder, batch in
            var jobs: [Job] = []
            while let job = batch.next() { jobs.append(job) }
            guard !jobs.isEmpty else { return }
            holder.errand = Errand(patience: .ofRequests) { [jobs] problem in
                for job in jobs { job.refuse(problem) }
            }
            defer { holder.errand = nil }
            holder.add(jobs.map(\.work))
        }
    }

    func run<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await Asker.wait { asker in
            let run: @Sendable (GatheringTransaction) -> Addition.Outcome = { transaction in
                let result = Result { try transaction.whole(body) }
                let failure: (any Error)? =
                    if case .failure(let error) = result { error } else { nil }
                return Addition.Outcome(failure: failure) { groupFailure in
                    // What it was refused may be because of the group.
                    if let groupFailure, failure == nil || failure is NotTogether {
                        asker.tell(.failure(groupFailure))
                    } else {
                        asker.tell(result)
                    }
                }
            }
            add(Addition(run: run, fail: { asker.tell(.failure($0)) }), for: asker)
        }
    }
}

extension SessionHolder {
    /// Writes what the bodies add, all of it or nothing, and tells each of them.
    fileprivate func add(_ additions: [Addition]) {
        var outcomes: [Addition.Outcome] = []
        do {
            try withSession { session in
                try session.inTransaction(.guarded) { transaction in
                    let draws = Draws(session, bodiesCount: additions.count)
                    var lists: [[PostedStatement]] = []
                    for addition in additions {
                        let gathering = GatheringTransaction(draws, session.insertions)
                        let outcome = addition.run(gathering)
                        outcomes.append(outcome)
                        if outcome.failure == nil { lists.append(gathering.statements) }
                    }
                    if let failure = draws.failure { throw failure }
                    for statement in PostedStatement.merged(lists) {
                        try statement.post(to: transaction)
                    }
                }
            }
            for outcome in outcomes { outcome.tell(nil) }
        } catch {
            let reason = error.ofGroup
            for outcome in outcomes { outcome.tell(reason) }
            // Where there was no session, none was run.
            for addition in additions.dropFirst(outcomes.count) { addition.fail(reason) }
        }
    }
}

extension Error {
    /// What the members of a group are told where the group failed so. Whatever may be the fault of
    /// one of them, or is over when they try again, is found out by each of them alone.
    fileprivate var ofGroup: any Error {
        switch self {
        case let lost as ConnectionLost where lost.isOverdue:
            StorageProblem.unavailable(lost.reason)
        case let problem as StorageProblem where problem.isUnavailable: problem
        default: NotTogether()
        }
    }
}

extension StorageProblem {
    fileprivate var isUnavailable: Bool {
        if case .unavailable = self { true } else { false }
    }
}
