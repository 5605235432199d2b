import HTTPTypes
import Hummingbird
import Synchronization

/// The paths that are served beside the API, with their methods.
final class OtherRoutes: Sendable {
    /// Paths are taken apart when the first request fits no operation: few servers see one soon.
    private enum Known {
        case told([(path: String, method: String)])
        case read([(path: PathTemplate, method: String)])
    }

    private let known = Mutex(Known.read([]))

    func note(_ routes: [Router<CallContext>.RouteDescription]) {
        let told = routes.map { (path: $0.path.description, method: $0.method.rawValue) }
        known.withLock { $0 = .told(told) }
    }

    /// The methods that a path takes. Who may `GET` may ask for the head alone.
    func methods(at path: [Substring]) -> [String] {
        let matching = routes().filter { $0.path.matches(path) }
        let methods = Set(matching.map(\.method))
        return (methods.contains("GET") ? methods.union(["HEAD"]) : methods).sorted()
    }

    private func routes() -> [(path: PathTemplate, method: String)] {
        known.withLock { known in
            switch known {
            case .read(let routes):
                return routes
            case .told(let told):
                let routes = told.map { (PathTemplate($0.path), $0.method) }
                known = .read(routes)
                return routes
            }
        }
    }
}
