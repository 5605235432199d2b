import Storage

/// A body that reads, and whoever waits for it.
struct Reading: Sendable {
    /// Runs the body and tells whoever waits. Returns whether the transaction still stands; where
    /// it does not, nobody was told.
    let run: @Sendable (PostgresTransaction) -> Bool
    /// Runs it in a transaction of its own, again where that failed because of others.
    let runAlone: Turn
}

extension Lane where Work == Reading {
    /// A snapshot is kept for so many bodies: the server cannot clean up behind it.
    static var together: Gathering { Gathering(jobsMax: 32, spreadSeconds: 0.005) }

    /// A lane whose threads each read with one snapshot what waits.
    ///
    /// A snapshot is no older than any of the questions to it: it is taken after they were asked.
    convenience init(
        sharing name: String, threadsMax: Int, connector: Connector, watch: AnswerWatch
    ) {
        self.init(
            name, threadsMax: threadsMax, gathering: Self.together, connector: connector,
            watch: watch
        ) { holder, batch in
            defer { holder.errand = nil }
            holder.read(batch)
        }
    }

    func run<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await Asker.wait { asker in
            let reading = Reading(
                run: { transaction in
                    let result = Result { try body(transaction) }
                    guard transaction.failure == nil else { return false }
                    asker.tell(result)
                    return true
                },
                runAlone: { holder in
                    asker.tell(
                        Result { try holder.insisting({ _ in .read }, body: { try body($0) }) })
                })
            add(reading, for: asker)
        }
    }
}

extension SessionHolder {
    /// Has bodies read one snapshot, each seeing what the others were answered. The one under which
    /// the transaction ends is run by itself, and finds out what was wrong.
    fileprivate func read(_ batch: Lane<Reading>.Batch) {
        var current = batch.next()
        func begin(_ job: Lane<Reading>.Job) {
            errand = Errand(patience: job.patience, fail: job.refuse)
        }
        if let first = current, first.patience == .ofRequests {
            begin(first)
            // What went wrong is found out again by the one that is run by itself.
            try? withSession { session in
                try session.inTransaction(.read) { transaction in
                    session.foresight.isShared = true
                    while let job = current {
                        begin(job)
                        session.errand = errand
                        guard job.work.run(transaction) else { return }
                        current = batch.next()
                    }
                }
            }
        }
        if let left = current {
            begin(left)
            left.work.runAlone(self)
        }
    }
}
