import Issuance
import NIOCore
import NIOHTTP1

/// Takes the questions about certificates out of what a connection reads (``OCSPExchange``), and
/// hands on all else.
///
/// Answers go out in the order of the requests: what comes after a question is held until that is
/// answered, and a question that comes while another request is unanswered is handed on, too.
final class OCSPHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private enum State {
        /// So many requests are with the framework.
        case handingOn(unanswered: Int)
        /// The body is nil once it is too long; what else comes of it is dropped.
        case reading(HTTPRequestHead, body: ByteBuffer?)
        case answering
        /// The connection ends with the last answer, or is gone.
        case ended
    }

    /// What came while a question was being answered.
    private enum Held {
        case part(HTTPServerRequestPart)
        case event(Any)
        case failure(any Error)
    }

    private let exchange: OCSPExchange
    private var state = State.handingOn(unanswered: 0)
    private var held: [Held] = []
    private var isReadHeld = false
    private var isReleasing = false
    private var peer: String?

    init(_ exchange: OCSPExchange) {
        self.exchange = exchange
    }

    // MARK: What comes in

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        switch (state, part) {
        case (.answering, _): held.append(.part(part))
        case (.reading(let head, let body), .body(let more)):
            state = .reading(head, body: body?.joined(with: more))
        case (.reading(let head, let body), .end): answer(head, body, context)
        case (.handingOn(0), .head(let head)) where exchange.takes(head):
            state = .reading(head, body: ByteBuffer())
        case (.handingOn(let unanswered), .head):
            state = .handingOn(unanswered: unanswered + 1)
            context.fireChannelRead(data)
        case (.handingOn, _), (.reading, .head): context.fireChannelRead(data)
        case (.ended, _): break
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard isBusy else { return context.fireUserInboundEventTriggered(event) }
        held.append(.event(event))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard isBusy else { return context.fireErrorCaught(error) }
        held.append(.failure(error))
        // Nothing more comes of a question that could not be parsed.
        if case .reading = state { release(context, as: .handingOn(unanswered: 0)) }
    }

    /// Nobody is left to hear an answer.
    func channelInactive(context: ChannelHandlerContext) {
        state = .ended
        held = []
        context.fireChannelInactive()
    }

    private var isBusy: Bool {
        switch state {
        case .reading, .answering: true
        case .handingOn, .ended: false
        }
    }

    private var isAnswering: Bool {
        if case .answering = state { true } else { false }
    }

    // MARK: What goes out

    func read(context: ChannelHandlerContext) {
        if case .answering = state { isReadHeld = true } else { context.read() }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data), case .handingOn(let unanswered) = state {
            state = .handingOn(unanswered: max(0, unanswered - 1))
        }
        context.write(data, promise: promise)
    }

    private func answer(
        _ head: HTTPRequestHead, _ body: ByteBuffer?, _ context: ChannelHandlerContext
    ) {
        state = .answering
        if peer == nil { peer = context.remoteAddress?.ipAddress }
        let loop = context.eventLoop
        let here = NIOLoopBound((self, context), eventLoop: loop)
        Task.immediate { [exchange, peer] in
            let (answer, octets) = await exchange.answer(head, body, from: peer)
            let tell: @Sendable () -> Void = {
                let (handler, context) = here.value
                handler.send(answer, octets, mayGoOn: head.isKeepAlive, context)
            }
            if loop.inEventLoop { tell() } else { loop.execute(tell) }
        }
    }

    private func send(
        _ head: HTTPResponseHead, _ body: ByteBuffer, mayGoOn: Bool,
        _ context: ChannelHandlerContext
    ) {
        guard isAnswering else { return }
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if body.readableBytes > 0 {
            context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        }
        let channel = context.channel
        let sent = context.writeAndFlush(wrapOutboundOut(.end(nil)))
        if !mayGoOn { sent.whenComplete { _ in channel.close(promise: nil) } }
        release(context, as: mayGoOn ? .handingOn(unanswered: 0) : .ended)
    }

    /// Hands on what was held, up to the next question. Where that is answered at once, whoever has
    /// begun goes on.
    private func release(_ context: ChannelHandlerContext, as state: State) {
        self.state = state
        guard !isReleasing else { return }
        isReleasing = true
        defer { isReleasing = false }
        while !held.isEmpty, !isAnswering {
            switch held.removeFirst() {
            case .part(let part): channelRead(context: context, data: wrapInboundOut(part))
            case .event(let event): userInboundEventTriggered(context: context, event: event)
            case .failure(let error): errorCaught(context: context, error: error)
            }
        }
        guard isReadHeld, !isAnswering else { return }
        isReadHeld = false
        context.read()
    }
}

extension ByteBuffer {
    /// The buffer with more behind it; nil where that is too long for a question.
    fileprivate func joined(with more: ByteBuffer) -> ByteBuffer? {
        guard readableBytes + more.readableBytes <= OCSPRequest.octetsMax else { return nil }
        guard readableBytes > 0 else { return more }
        var (whole, more) = (self, more)
        whole.writeBuffer(&more)
        return whole
    }
}
