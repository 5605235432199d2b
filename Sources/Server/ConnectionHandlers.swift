package import NIOCore
import NIOHTTP1

/// Puts our own handlers where a connection of HTTP/1 has its parts, and leaves.
package final class ConnectionHandlers: ChannelInboundHandler, RemovableChannelHandler {
    package typealias InboundIn = NIOAny

    private let ocsp: OCSPExchange?

    /// - Parameter ocsp: where questions about certificates are answered; absent, by whoever comes
    ///   after these handlers.
    package init(ocsp: OCSPExchange? = nil) {
        self.ocsp = ocsp
    }

    package func handlerAdded(context: ChannelHandlerContext) {
        let pipeline = context.pipeline.syncOperations
        typealias Decoder = ByteToMessageHandler<HTTPRequestDecoder>
        // Streams of HTTP/2 have no decoder, and need none of them.
        if let decoder = try? pipeline.handler(type: Decoder.self) {
            do {
                var handlers: [any ChannelHandler] = [BodyInvitation(), ParserRefusal()]
                if let ocsp { handlers.append(OCSPHandler(ocsp)) }
                try pipeline.addHandlers(handlers, position: .after(decoder))
            } catch {
                context.fireErrorCaught(error)
            }
        }
        pipeline.removeHandler(context: context, promise: nil)
    }
}
