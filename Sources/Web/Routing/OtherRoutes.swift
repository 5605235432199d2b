import HTTPTypes
import Hummingbird
import Synchronization

/// The paths that are served beside the API, with their methods.
final class OtherRoutes: Sendable {
    private let known = Mutex<[(path: PathTemplate, method: String)]>([])

    func note(_ routes: [Router<CallContext>.RouteDescription]) {
        let routes = routes.map { (PathTemplate($0.path.description), $0.method.rawValue) }
        known.withLock { $0 = routes }
    }

    /// The methods that a path takes. Who may `GET` may ask for the head alone.
    func methods(at path: [Substring]) -> [String] {
        let matching = known.withLock { known in known.filter { $0.path.matches(path) } }
        let methods = Set(matching.map(\.method))
        return (methods.contains("GET") ? methods.union(["HEAD"]) : methods).sorted()
    }
}
