package import Hummingbird
import Logging
import NIOCore

/// What Hummingbird carries along with a request.
package struct CallContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Names this request in answers and in the log.
    package let requestID: String
    private let channel: any Channel

    /// The logger's name for it.
    static let requestIDKey = "hb.request.id"

    package init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        // A log handler that keeps no metadata knows no id either.
        requestID =
            source.logger[metadataKey: Self.requestIDKey]?.description ?? RequestID().description
        channel = source.channel
    }

    /// The other end of the connection.
    package var address: String? { channel.remoteAddress?.ipAddress }
}
