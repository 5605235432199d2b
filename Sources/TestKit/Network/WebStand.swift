import Foundation
import Synchronization

/// A small web server on loopback, for tests: one answer a connection, by host and path.
///
/// Unchecked: the socket is opened before the thread starts and only used by it; the pages are in a
/// mutex.
package final class WebStand: @unchecked Sendable {
    package enum Page: Equatable, Sendable {
        case text(String)
        case redirect(String)
        case status(Int)
    }

    private let socketNumber: Int32
    private let pages = Mutex<[String: Page]>([:])
    private let isEnded = Atomic(false)
    package let port: Int

    package init() throws {
        let address: String
        (socketNumber, address) = try LoopbackSocket.open(Int32(SOCK_STREAM.rawValue))
        port = Int(address.split(separator: ":")[1])!
        guard listen(socketNumber, 16) == 0 else { throw LoopbackSocket.Problem() }
        Thread { self.serve() }.start()
    }

    deinit {
        end()
    }

    /// Stops answering. A stand that is not ended answers until the tests end.
    package func end() {
        if !isEnded.exchange(true, ordering: .relaxed) {
            shutdown(socketNumber, Int32(SHUT_RDWR))
            close(socketNumber)
        }
    }

    /// What is at `HOST/PATH` from now on.
    package func set(_ address: String, _ page: Page?) {
        pages.withLock { $0[address] = page }
    }

    private func serve() {
        while !isEnded.load(ordering: .relaxed) {
            let connection = accept(socketNumber, nil, nil)
            guard connection >= 0 else { return }
            answer(connection)
            close(connection)
        }
    }

    private func answer(_ connection: Int32) {
        var request = ""
        var octets = [UInt8](repeating: 0, count: 4096)
        while !request.contains("\r\n\r\n") {
            let count = read(connection, &octets, octets.count)
            guard count > 0 else { return }
            request += String(decoding: octets.prefix(count), as: UTF8.self)
        }
        let lines = request.components(separatedBy: "\r\n")
        let path = lines[0].split(separator: " ")[1]
        let host = lines.first { $0.lowercased().hasPrefix("host:") }?.dropFirst(5)
            .trimmingCharacters(in: .whitespaces).split(separator: ":")[0]
        let page = pages.withLock { $0["\(host ?? "")\(path)"] } ?? .status(404)
        let reply = Array(page.reply.utf8)
        _ = send(connection, reply, reply.count, Int32(MSG_NOSIGNAL))
    }
}

extension WebStand.Page {
    fileprivate var reply: String {
        switch self {
        case .text(let text): reply(200, "", text)
        case .redirect(let target): reply(302, "Location: \(target)\r\n", "")
        case .status(let status): reply(status, "", "")
        }
    }

    private func reply(_ status: Int, _ fields: String, _ text: String) -> String {
        """
        HTTP/1.1 \(status) Status\r
        \(fields)Content-Length: \(text.utf8.count)\r
        Connection: close\r
        \r
        \(text)
        """
    }
}
