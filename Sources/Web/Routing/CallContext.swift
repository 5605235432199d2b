package import Hummingbird
import Logging
import NIOCore
package import OrderCore

/// What Hummingbird carries along with a request.
package struct CallContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Names this request in answers and in the log.
    package let requestID: String
    private let channel: any Channel
    /// Whom a trusted proxy names as the client.
    var forwarded: String?

    /// The logger's name for it.
    package static let requestIDKey = "hb.request.id"

    package init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        // A log handler that keeps no metadata knows no id either.
        requestID =
            source.logger[metadataKey: Self.requestIDKey]?.description ?? RequestID().description
        channel = source.channel
    }

    /// The other end of the connection.
    var address: String? { channel.remoteAddress?.ipAddress }

    /// Who asks, as far as is known: limits and the log go by it.
    package var client: String? { forwarded ?? address }

    /// Where the request came from, for the audit log.
    package var source: Author.Source {
        Author.Source(requestID: requestID, address: address, forwarded: forwarded)
    }
}
