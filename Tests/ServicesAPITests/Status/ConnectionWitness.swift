import NIOCore
import NIOHTTP1
import Synchronization

/// What passes a connection beside requests and answers.
final class ConnectionWitness: Sendable {
    private let state = Mutex((news: [String](), reads: 0))

    /// What the framework was told of the connection.
    var news: [String] { state.withLock { $0.news } }

    /// How often more was read of the client.
    var reads: Int { state.withLock { $0.reads } }

    private func note(_ news: String) { state.withLock { $0.news.append(news) } }

    /// The other side of it, next to the socket.
    final class Outer: ChannelOutboundHandler {
        typealias OutboundIn = ByteBuffer

        private let witness: ConnectionWitness

        init(_ witness: ConnectionWitness) {
            self.witness = witness
        }

        func read(context: ChannelHandlerContext) {
            witness.state.withLock { $0.reads += 1 }
            context.read()
        }
    }

    /// The side of it where the framework begins.
    final class Inner: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart

        private let witness: ConnectionWitness

        init(_ witness: ConnectionWitness) {
            self.witness = witness
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if case .inputClosed? = event as? ChannelEvent { witness.note("end") }
            context.fireUserInboundEventTriggered(event)
        }

        /// Errors go no further: what tests read would throw them.
        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            witness.note("error")
        }

        func channelInactive(context: ChannelHandlerContext) {
            witness.note("gone")
            context.fireChannelInactive()
        }
    }
}
