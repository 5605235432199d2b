import Storage

/// Work of a thread's session for one body.
typealias Turn = @Sendable (SessionHolder) -> Void

extension Lane where Work == Turn {
    /// A lane whose threads do one job after the other.
    convenience init(
        _ name: String, threadsMax: Int, connector: Connector, watch: AnswerWatch
    ) {
        self.init(name, threadsMax: threadsMax, connector: connector, watch: watch) {
            holder, batch in
            guard let job = batch.next() else { return }
            holder.errand = Errand(patience: job.patience, fail: job.refuse)
            defer { holder.errand = nil }
            job.work(holder)
        }
    }

    func run<Value: Sendable>(
        _ body: @escaping @Sendable (SessionHolder) throws -> Value
    ) async throws -> Value {
        try await Asker.wait { asker in
            add({ holder in asker.tell(Result { try body(holder) }) }, for: asker)
        }
    }
}
