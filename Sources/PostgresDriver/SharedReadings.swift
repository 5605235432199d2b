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
    /// The most bodies that read one snapshot: bounds how long one of them may wait for a slow one.
    static var readingsMax: Int { 8 }

    /// A lane whose threads each read with one snapshot what would otherwise wait for a thread.
    ///
    /// A snapshot is no older than any of the questions to it: it is taken after they were asked.
    convenience init(
        sharing name: String, threadsMax: Int, connector: Connector, watch: AnswerWatch
    ) {
        self.init(
            name, threadsMax: threadsMax, jobsMax: Self.readingsMax, takesAll: false,
            connector: connector, watch: watch
        ) { holder, jobs in
            holder.errand = Errand(patience: jobs[0].patience) { problem in
                for job in jobs { job.refuse(problem) }
            }
            defer { holder.errand = nil }
            let left = jobs.count > 1 ? holder.read(jobs.map(\.work)[...]) : [jobs[0].work]
            for reading in left { reading.runAlone(holder) }
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
    /// Has bodies read one snapshot, each seeing what the others were answered. Returns those that
    /// are to be run by themselves, since the transaction came to an end.
    fileprivate func read(_ readings: ArraySlice<Reading>) -> ArraySlice<Reading> {
        var left = readings
        // Whoever is left finds out by themselves what went wrong.
        try? withSession { session in
            try session.inTransaction(.read) { transaction in
                session.foresight.isShared = true
                while let reading = left.first, reading.run(transaction) { left.removeFirst() }
            }
        }
        return left
    }
}
