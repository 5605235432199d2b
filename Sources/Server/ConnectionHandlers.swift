package import NIOCore
import NIOHTTP1

/// Puts our own handlers where a connection of HTTP/1 has its parts, and leaves.
package final class ConnectionHandlers: ChannelInboundHandler, RemovableChannelHandler {
    package typealias InboundIn = NIOAny

    package init() {}

    package func handlerAdded(context: ChannelHandlerContext) {
        let pipeline = context.pipeline.syncOperations
        typealias Decoder = ByteToMessageHandler<HTTPRequestDecoder>
        // Streams of HTTP/2 have no decoder, and need none of them.
        if let decoder = try? pipeline.handler(type: Decoder.self) {
            do {
                try pipeline.addHandlers(
                    BodyInvitation(), ParserRefusal(), position: .after(decoder))
            } catch {
                context.fireErrorCaught(error)
            }
        }
        pipeline.removeHandler(context: context, promise: nil)
    }
}
