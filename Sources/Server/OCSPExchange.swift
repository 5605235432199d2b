import Hummingbird
package import Logging
import NIOCore
import NIOHTTP1
package import Publication
package import Registration
package import Web

/// Questions about certificates, answered right behind the parser of a connection.
///
/// Everybody asks, and all the time: with a kept answer, or a signature of some microseconds, the
/// framework's part in a request would be the largest.
package struct OCSPExchange: Sendable {
    private let routes: OCSPRoutes
    private let observer: RequestObserver
    private let logger: Logger
    private let dates: DateLine

    package init(
        routes: OCSPRoutes, observer: RequestObserver, clock: WallClock, logger: Logger
    ) {
        self.routes = routes
        self.observer = observer
        self.logger = logger
        dates = DateLine(clock)
    }

    /// Whether a request is a question. `HEAD`, and what is written in an unusual way, is left to
    /// the framework.
    func takes(_ head: HTTPRequestHead) -> Bool {
        switch head.method {
        case .GET: head.uri.hasPrefix(OCSPRoutes.path) && !head.uri.utf8.contains(UInt8(ascii: "?"))
        case .POST: head.uri == OCSPRoutes.postPath
        default: false
        }
    }

    /// - Parameter body: nil where it is too long.
    func answer(
        _ head: HTTPRequestHead, _ body: ByteBuffer?, from peer: String?
    ) async -> (HTTPResponseHead, ByteBuffer) {
        let isRead = head.method == .GET
        let call = ObservedCall(
            id: RequestID().description, method: head.method.rawValue, path: head.uri,
            route: isRead ? OCSPRoutes.route : OCSPRoutes.postPath,
            client: observer.client(from: peer) { head.headers[$0] }, start: .now)
        let question: OCSPQuestion =
            isRead
            ? .path(head.uri.dropFirst(OCSPRoutes.path.utf8.count))
            : body.map { OCSPQuestion.posted(Array($0.readableBytesView)) } ?? .tooLong
        let conditions: FileConditions =
            isRead
            ? FileConditions(
                ifNoneMatch: head.headers.joined("if-none-match"),
                ifModifiedSince: head.headers.first(name: "if-modified-since"))
            : .none
        let reply = await routes.reply(
            to: question, heldUnder: conditions, logger: logger(of: call))
        observer.note(call, status: reply.status.code, logger)
        return (self.head(of: reply, to: head, call), reply.body)
    }

    private func logger(of call: ObservedCall) -> Logger {
        var logger = logger
        logger[metadataKey: CallContext.requestIDKey] = .string(call.id)
        return logger
    }

    private func head(
        of reply: OCSPReply, to request: HTTPRequestHead, _ call: ObservedCall
    ) -> HTTPResponseHead {
        var headers = HTTPHeaders()
        headers.reserveCapacity(reply.headers.count + 4)
        for field in reply.headers { headers.add(name: field.name.rawName, value: field.value) }
        headers.add(name: RequestObserver.requestIDHeader.rawName, value: call.id)
        if reply.status != .notModified {
            headers.add(name: "Content-Length", value: String(reply.body.readableBytes))
        }
        headers.add(name: "Date", value: dates.text)
        if !request.isKeepAlive {
            headers.add(name: "Connection", value: "close")
        } else if request.version == .http1_0 {
            headers.add(name: "Connection", value: "keep-alive")
        }
        return HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: reply.status.code),
            headers: headers)
    }
}

extension HTTPHeaders {
    /// All lines of a header that is a list, as one (RFC 9110 section 5.3).
    fileprivate func joined(_ name: String) -> String? {
        let lines = self[name]
        return lines.isEmpty ? nil : lines.joined(separator: ", ")
    }
}
