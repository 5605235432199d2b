import CAres
import Foundation
import Synchronization

/// The one thread that uses a channel of c-ares: hands it questions, waits for its sockets, lets it
/// call back.
///
/// Unchecked: the channel is used on the thread alone, once that runs; the rest is in a mutex or
/// never changes. Writing an octet into the pipe ends the thread's waiting.
final class AresThread: @unchecked Sendable {
    /// How long one nameserver has to answer, and how often all of them are asked.
    static let answerMillisecondsMax: Int32 = 2000
    static let triesMax: Int32 = 2

    private struct State {
        var waiting: [Question] = []
        var isStopping = false
    }

    private struct Question {
        let type: DNSType
        let name: String
        let box: AnswerBox
    }

    /// Carries the caller through c-ares, which knows pointers only.
    private final class AnswerBox: Sendable {
        let continuation: CheckedContinuation<[UInt8]?, any Error>

        init(_ continuation: CheckedContinuation<[UInt8]?, any Error>) {
            self.continuation = continuation
        }
    }

    private let channel: ares_channel
    private let state = Mutex(State())
    private let wakeReader: Int32
    private let wakeWriter: Int32

    private static let libraryStatus = ares_library_init(ARES_LIB_INIT_ALL)

    init(nameservers: String?) throws {
        try Self.check(Self.libraryStatus)
        var options = ares_options()
        options.timeout = Self.answerMillisecondsMax
        options.tries = Self.triesMax
        var made: ares_channel?
        try Self.check(
            ares_init_options(&made, &options, Int32(ARES_OPT_TIMEOUTMS | ARES_OPT_TRIES)))
        guard let made else { throw LookupProblem(description: "c-ares gave no channel") }
        if let nameservers {
            try Self.check(ares_set_servers_ports_csv(made, nameservers))
        }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw LookupProblem(description: "there is no pipe") }
        channel = made
        wakeReader = ends[0]
        wakeWriter = ends[1]
    }

    func start() {
        let thread = Thread { self.loop() }
        thread.name = "chancery-dns"
        thread.stackSize = 1 << 19
        thread.start()
    }

    /// Ends the thread; whoever waits hears that the question was taken back.
    func stop() {
        state.withLock { $0.isStopping = true }
        wake()
    }

    /// The reply; `nil` where there is no such name, or nothing of this type at it.
    func ask(_ type: DNSType, _ name: String) async throws -> [UInt8]? {
        try await withCheckedThrowingContinuation { continuation in
            let question = Question(type: type, name: name, box: AnswerBox(continuation))
            state.withLock { $0.waiting.append(question) }
            wake()
        }
    }

    private func wake() {
        var octet: UInt8 = 0
        _ = write(wakeWriter, &octet, 1)
    }

    private func loop() {
        while true {
            let (questions, isStopping) = state.withLock { state in
                defer { state.waiting = [] }
                return (state.waiting, state.isStopping)
            }
            questions.forEach(put)
            if isStopping {
                ares_destroy(channel)
                close(wakeReader)
                close(wakeWriter)
                return
            }
            wait()
        }
    }

    /// The class IN (RFC 1035 §3.2.4).
    private static let internetClass: Int32 = 1

    private func put(_ question: Question) {
        let argument = Unmanaged.passRetained(question.box).toOpaque()
        ares_query(
            channel, question.name, Self.internetClass, Int32(question.type.rawValue),
            { argument, status, _, octets, length in
                guard let argument else { return }
                let box = Unmanaged<AnswerBox>.fromOpaque(argument).takeRetainedValue()
                box.continuation.resume(
                    with: AresThread.outcome(status, octets, length))
            }, argument)
    }

    private static func outcome(
        _ status: Int32, _ octets: UnsafeMutablePointer<UInt8>?, _ length: Int32
    ) -> Result<[UInt8]?, any Error> {
        switch status {
        case Int32(ARES_SUCCESS):
            .success(Array(UnsafeBufferPointer(start: octets, count: Int(length))))
        case Int32(ARES_ENODATA), Int32(ARES_ENOTFOUND):
            .success(nil)
        default:
            .failure(LookupProblem(description: String(cString: ares_strerror(status))))
        }
    }

    private static let socketsMax = 16

    /// Waits until a socket, the pipe or a deadline has something, and lets c-ares see to it.
    private func wait() {
        var sockets = [ares_socket_t](repeating: -1, count: Self.socketsMax)
        let bits = UInt32(
            bitPattern: ares_getsock(channel, &sockets, Int32(Self.socketsMax)))
        var polled = [pollfd(fd: wakeReader, events: Int16(POLLIN), revents: 0)]
        for place in 0..<Self.socketsMax {
            let reads = bits & (1 << UInt32(place)) != 0
            let writes = bits & (1 << UInt32(place + Self.socketsMax)) != 0
            guard reads || writes else { continue }
            polled.append(
                pollfd(
                    fd: sockets[place],
                    events: Int16((reads ? POLLIN : 0) | (writes ? POLLOUT : 0)), revents: 0))
        }
        var deadline = timeval()
        let hasDeadline = ares_timeout(channel, nil, &deadline) != nil
        let milliseconds =
            hasDeadline ? Int32(deadline.tv_sec * 1000 + Int(deadline.tv_usec) / 1000 + 1) : -1
        poll(&polled, nfds_t(polled.count), milliseconds)
        if polled[0].revents != 0 {
            var octets = [UInt8](repeating: 0, count: 64)
            _ = read(wakeReader, &octets, octets.count)
        }
        for entry in polled.dropFirst() where entry.revents != 0 {
            ares_process_fd(channel, entry.fd, entry.events & Int16(POLLOUT) != 0 ? entry.fd : -1)
        }
        // Deadlines that have passed.
        ares_process_fd(channel, -1, -1)
    }

    private static func check(_ status: Int32) throws {
        guard status == Int32(ARES_SUCCESS) else {
            throw LookupProblem(description: String(cString: ares_strerror(status)))
        }
    }
}
