import Hummingbird
import Publication
import Web

/// Answers operations and questions about certificates by `GET` before the router sees them, and
/// hands on all else: what no route is for, `HEAD`, and the pages.
struct ShortWays<Others: HTTPResponder>: HTTPResponder where Others.Context == CallContext {
    let operations: OperationTree
    let ocsp: OCSPRoutes
    let observer: RequestObserver
    let others: Others

    func respond(to given: Request, context: CallContext) async throws -> Response {
        let request = given.withQueryInPlace
        if let (operation, segments) = operations.operation(for: request) {
            return await observer.observing(request, context, at: operation.route) { context in
                try await operation.handle(request, context, segments)
            }
        }
        if request.method == .get, let question = OCSPRoutes.question(in: request) {
            return await observer.observing(request, context, at: OCSPRoutes.route) { context in
                await ocsp.answer(question, to: request, context)
            }
        }
        return try await others.respond(to: request, context: context)
    }
}
