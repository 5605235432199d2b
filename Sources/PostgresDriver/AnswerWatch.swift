import CLibPQ
import Foundation
import Storage
import Synchronization

/// Sees that no request waits without end for a server that has stopped answering.
///
/// libpq waits in blocking calls, for as long as the connection stands; and that of a server that
/// is frozen, or whose disk is, stands. So one thread looks at all sessions of a database now and
/// then. Where an answer is overdue, it shuts the session's socket down: the call ends, and the
/// server takes the transaction back as soon as it goes on. A session that waits for a commit is
/// left to wait, since there is nothing to take back and a server that waits for its standby would
/// gather connections; whoever asked for the commit is told that nobody knows.
final class AnswerWatch: Sendable {
    private struct State {
        var posts: [ObjectIdentifier: Post] = [:]
        var lanes: [any WaitingLine] = []
        var isRunning = false
        var isClosing = false
    }

    private let bound: PostgresDatabase.Bound
    private let looksDone = Atomic(0)
    private let state = Mutex(State())
    private let end = DispatchSemaphore(value: 0)

    init(_ bound: PostgresDatabase.Bound) {
        self.bound = bound
    }

    /// The moment, in looks.
    var now: Int { looksDone.load(ordering: .relaxed) }

    /// What is said of an answer that did not come.
    var overdue: String { "PostgreSQL has not answered for \(bound.seconds.formatted()) s" }

    /// Has the queue of a lane looked at, too.
    func add(_ lane: any WaitingLine) {
        state.withLock { $0.lanes.append(lane) }
    }

    /// Begins to look, where nobody has yet.
    func begin() {
        let isRunning = state.withLock { state in
            defer { state.isRunning = true }
            return state.isRunning
        }
        guard !isRunning else { return }
        let thread = Thread { self.loop() }
        thread.name = "chancery-answers"
        thread.start()
    }

    /// Gives a new session its post.
    func post(for socket: Int32) -> Post {
        let post = Post(socket)
        state.withLock { $0.posts[ObjectIdentifier(post)] = post }
        return post
    }

    /// To be called before the socket is closed: its number may then be another one's.
    func remove(_ post: Post) {
        post.leave()
        state.withLock { $0.posts[ObjectIdentifier(post)] = nil }
    }

    private func loop() {
        while end.wait(timeout: .now() + bound.pauseSeconds) == .timedOut { look() }
    }

    private func look() {
        let (posts, lanes, isClosing) = state.withLock {
            (Array($0.posts.values), $0.lanes, $0.isClosing)
        }
        let (now, _) = looksDone.add(1, ordering: .relaxed)
        let last = now - bound.looks
        for post in posts { post.look(last, isClosing) }
        for lane in lanes { lane.refuse(waitingSince: last) }
    }

    /// From now on commits are not waited for longer than other answers.
    func beginClosing() {
        state.withLock { $0.isClosing = true }
    }

    func stop() {
        state.withLock { $0.lanes = [] }
        end.signal()
    }
}

extension AnswerWatch {
    /// What is watched of one session.
    final class Post: Sendable {
        /// What a session waits for, and on whose behalf.
        struct Wait: Sendable {
            let since: Int
            /// Tells whoever asked for a commit that nobody knows of it; absent otherwise.
            let tell: (@Sendable () -> Void)?
        }

        private struct State {
            /// Absent once it is closed.
            var socket: Int32?
            var wait: Wait?
            var isOverdue = false
        }

        private let state: Mutex<State>

        fileprivate init(_ socket: Int32) {
            state = Mutex(State(socket: socket))
        }

        /// Whether the session was given up.
        var isOverdue: Bool { state.withLock { $0.isOverdue } }

        func begin(_ wait: Wait) {
            state.withLock { $0.wait = wait }
        }

        func end() {
            state.withLock { $0.wait = nil }
        }

        fileprivate func leave() {
            state.withLock { $0.socket = nil }
        }

        fileprivate func look(_ last: Int, _ isClosing: Bool) {
            let tell = state.withLock { state -> (@Sendable () -> Void)? in
                guard let wait = state.wait, wait.since <= last, !state.isOverdue else {
                    return nil
                }
                if wait.tell == nil || isClosing, let socket = state.socket {
                    state.isOverdue = true
                    shutdown(socket, Int32(SHUT_RDWR))
                }
                return wait.tell
            }
            tell?()
        }
    }
}

extension PostgresDatabase {
    /// How long a request waits for one answer of the server, and for a connection that others
    /// have. Longer than for a lock, so that the server's own word on that comes first.
    package struct Bound: Sendable {
        let seconds: Double
        /// Between two looks at who waits.
        let pauseSeconds: Double

        package static let standard = Bound(seconds: 15, pauseSeconds: 0.5)

        package init(seconds: Double, pauseSeconds: Double) {
            self.seconds = seconds
            self.pauseSeconds = pauseSeconds
        }

        fileprivate var looks: Int { Int(seconds / pauseSeconds) }
    }
}
