package import Hummingbird
package import Web

/// Answers questions by `GET` before the router sees them, and hands on all else.
///
/// The router goes through a path letter by letter, and a question is a path of a hundred letters;
/// each layer around a route costs a hop of the task. Both together took a fifth of an answer.
package struct OCSPShortcut<Others: HTTPResponder>: HTTPResponder
where Others.Context == CallContext {
    private let routes: OCSPRoutes
    private let observer: RequestObserver
    private let others: Others

    package init(_ routes: OCSPRoutes, observer: RequestObserver, others: Others) {
        self.routes = routes
        self.observer = observer
        self.others = others
    }

    package func respond(to request: Request, context: CallContext) async throws -> Response {
        guard request.method == .get, let question = OCSPRoutes.question(in: request) else {
            return try await others.respond(to: request, context: context)
        }
        let start = ContinuousClock.now
        let context = observer.naming(request, context)
        context.coreContext.endpointPath.value = OCSPRoutes.route
        let response = await routes.answer(question, to: request, context)
        return observer.noted(response, to: request, context, since: start)
    }
}
