import Registration
import Synchronization

/// Writes the reply to one named request down in the transaction that does its work.
final class ReplyRecorder: Sendable {
    private let ticket: RepeatTicket
    private let desk: RepeatDesk
    private let written = Mutex<Reply?>(nil)

    init(ticket: RepeatTicket, desk: RepeatDesk) {
        self.ticket = ticket
        self.desk = desk
    }

    func keepsake<Outcome>(
        _ reply: @escaping @Sendable (Outcome) throws -> Reply
    ) -> Keepsake<Outcome> {
        desk.keepsake(for: ticket) { outcome in
            let reply = try reply(outcome)
            self.written.withLock { $0 = reply }
            return reply.octets
        }
    }

    /// What was written. It counts only where the request came to a good end: a transaction that
    /// failed took it back.
    var reply: Reply? { written.withLock { $0 } }
}
