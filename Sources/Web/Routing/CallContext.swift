package import Hummingbird
import Logging

/// What Hummingbird carries along with a request.
package struct CallContext: RequestContext {
    package var coreContext: CoreRequestContextStorage

    package init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
    }

    /// Names this request in answers and in the log.
    package var requestID: String { id }
}
