package import NIOCore
package import NIOHTTP1

/// Lets clients go on that ask whether they may send a body (`Expect: 100-continue`).
///
/// Those of .NET, PHP and older curl ask before each body and wait up to a second for leave. It is
/// given as soon as all earlier requests of the connection are answered; a refusal comes later.
package final class BodyInvitation: ChannelDuplexHandler {
    package typealias InboundIn = HTTPServerRequestPart
    package typealias InboundOut = HTTPServerRequestPart
    package typealias OutboundIn = HTTPServerResponsePart
    package typealias OutboundOut = HTTPServerResponsePart

    /// The requests that are not answered, oldest first: whether each waits for leave.
    private var unanswered: [Bool] = []

    package init() {}

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head(let head) = unwrapInboundIn(data) {
            let asks =
                head.version == .http1_1
                && head.headers.first(name: "expect")?.lowercased() == "100-continue"
            unanswered.append(asks)
            if asks, unanswered.count == 1 { invite(context) }
        }
        context.fireChannelRead(data)
    }

    package func write(
        context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
        let part = unwrapOutboundIn(data)
        context.write(data, promise: promise)
        guard case .end = part, !unanswered.isEmpty else { return }
        unanswered.removeFirst()
        if unanswered.first == true { invite(context) }
    }

    private func invite(_ context: ChannelHandlerContext) {
        let head = HTTPResponseHead(version: .http1_1, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
    }
}
