package import Hummingbird
import Logging

/// What Hummingbird carries along with a request.
package struct CallContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Names this request in answers and in the log.
    package let requestID: String

    package init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
        // A log handler that keeps no metadata knows no id either.
        requestID =
            source.logger[metadataKey: "hb.request.id"]?.description ?? RequestID().description
    }
}
