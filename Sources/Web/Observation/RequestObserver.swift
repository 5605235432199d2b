import APIModels
package import HTTPTypes
package import Hummingbird
package import Logging
import Registration

/// Stands around every request: gives it an id, turns errors into answers, counts and logs.
///
/// An error that is no ``Refusal`` is a fault of ours: it is answered 500 with the request's id,
/// and logged once, here.
package struct RequestObserver: RouterMiddleware {
    package typealias Context = CallContext

    private let meter: RequestMeter
    private let proxies: TrustedProxies
    private let errors = ErrorAnswerMaker()
    private let others = OtherRoutes()

    package init(meter: RequestMeter, proxies: TrustedProxies) {
        self.meter = meter
        self.proxies = proxies
    }

    /// Has other methods than those of a path refused as such, beside the API too.
    package func know(_ router: Router<CallContext>) {
        others.note(router.routes)
    }

    package static let requestIDHeader = HTTPField.Name("X-Request-ID")!

    package func handle(
        _ request: Hummingbird.Request, context: CallContext,
        next: @concurrent (Hummingbird.Request, CallContext) async throws -> Response
    ) async throws -> Response {
        await observing(request, context) { try await next(request, $0) }
    }

    /// - Parameter route: under what the request is counted, where no router says so.
    package func observing(
        _ request: Hummingbird.Request, _ context: CallContext, at route: String? = nil,
        _ respond: (CallContext) async throws -> Response
    ) async -> Response {
        let start = ContinuousClock.now
        let context = naming(request, context)
        if let route { context.coreContext.endpointPath.value = route }
        let response: Response
        do {
            response = try await respond(context)
        } catch {
            response = answer(error, to: request, context)
        }
        return noted(response, to: request, context, since: start)
    }

    /// The context, with whom trusted proxies name as the client.
    private func naming(
        _ request: Hummingbird.Request, _ context: CallContext
    ) -> CallContext {
        var context = context
        context.forwarded = proxies.client(in: request.headers, from: context.address)
        return context
    }

    /// Gives a response the request's id, counts and logs it.
    private func noted(
        _ response: Response, to request: Hummingbird.Request, _ context: CallContext,
        since start: ContinuousClock.Instant
    ) -> Response {
        var response = response
        response.headers[Self.requestIDHeader] = context.requestID
        note(
            ObservedCall(
                id: context.requestID, method: request.method.rawValue, path: request.uri.path,
                route: context.endpointPath ?? "none", client: context.client, start: start),
            status: response.status.code, context.logger)
        return response
    }

    private func answer(
        _ error: any Error, to request: Hummingbird.Request, _ context: CallContext
    ) -> Response {
        if let refusal = error as? Refusal {
            note(refusal, of: request, context)
            return errors.answer(refusal, requestID: context.requestID)
        }
        if let refusal = Refusal(outage: error) {
            context.logger.error(
                "storage unavailable",
                metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            return errors.answer(refusal, requestID: context.requestID)
        }
        if let refusal = Refusal(engine: error) {
            return errors.answer(refusal, requestID: context.requestID)
        }
        if let known = error as? any HTTPResponseError, known.status == .notFound {
            return unknownRoute(request, context)
        }
        context.logger.error(
            "request failed",
            metadata: ["path": "\(request.uri.path)", "error": "\(String(reflecting: error))"])
        let refusal = Refusal(
            .internalError, "The request failed on our side. Quote request_id to the operator.")
        return errors.answer(refusal, requestID: context.requestID)
    }

    /// A certificate that its lints refused is worth a look, whoever's fault it is.
    private func note(
        _ refusal: Refusal, of request: Hummingbird.Request, _ context: CallContext
    ) {
        guard !refusal.lints.isEmpty else { return }
        context.logger.log(
            level: refusal.code == .internalError ? .error : .notice, "certificate not signed",
            metadata: [
                "path": "\(request.uri.path)",
                "lints": "\(refusal.lints.joined(separator: ","))",
                "message": "\(refusal.message)",
            ])
    }

    /// Methods are the client's words; others than these share one series.
    private static let knownMethods: Set = [
        "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS",
    ]

    private static let operations = EndpointCatalog.all.map { signature in
        (signature, PathTemplate(EndpointCatalog.root + signature.path))
    }

    /// No operation at this path, or none with this method.
    private func unknownRoute(_ request: Hummingbird.Request, _ context: CallContext) -> Response {
        let segments = request.uri.path.split(separator: "/")
        let matching = Self.operations.filter { $1.matches(segments) }
        // Where a literal segment stands, the router looks no further.
        let closest = matching.map(\.1.literalPlaces).max { $0.lexicographicallyPrecedes($1) }
        var methods = matching.filter { $1.literalPlaces == closest }.map(\.0).flatMap(
            \.method.words
        ).reduce(into: [String]()) { unique, method in
            if !unique.contains(method) { unique.append(method) }
        }
        if methods.isEmpty { methods = others.methods(at: segments) }
        guard !methods.isEmpty, !methods.contains(request.method.rawValue) else {
            return errors.answer(.notFound(.route), requestID: context.requestID)
        }
        let allowed = methods.joined(separator: ", ")
        var response = errors.answer(
            Refusal(.methodNotAllowed, "The path takes \(allowed)."), requestID: context.requestID)
        response.headers[.allow] = allowed
        return response
    }

    /// Counts and logs a request once its answer is there.
    package func note(_ call: ObservedCall, status: Int, _ logger: Logger) {
        let seconds = call.start.duration(to: .now).seconds
        let isKnown = Self.knownMethods.contains(call.method)
        meter.note(
            RequestMeter.Series(
                method: isKnown ? call.method : "other", route: call.route, status: status),
            seconds: seconds)
        logger.info(
            "request",
            metadata: [
                // The logger of a context has it too, and would make a text of it once more.
                CallContext.requestIDKey: .string(call.id),
                "client": .string(call.client ?? "unknown"),
                "method": .string(call.method), "path": .string(call.path),
                "status": .string(String(status)),
                "milliseconds": .string(String((seconds * 1_000_000).rounded() / 1000)),
            ])
    }

    /// Whom trusted proxies name as the client; otherwise the other end itself.
    ///
    /// - Parameter fields: the values of a header, by its name.
    package func client(from peer: String?, _ fields: (_ name: String) -> [String]) -> String? {
        proxies.client(from: peer, fields) ?? peer
    }
}

/// A request as it is counted and logged.
package struct ObservedCall: Sendable {
    package let id: String
    let method: String
    let path: String
    /// A template, not a path.
    let route: String
    let client: String?
    let start: ContinuousClock.Instant

    package init(
        id: String, method: String, path: String, route: String, client: String?,
        start: ContinuousClock.Instant
    ) {
        self.id = id
        self.method = method
        self.path = path
        self.route = route
        self.client = client
        self.start = start
    }
}

extension Duration {
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}

extension APIModels.Method {
    /// As in `Allow`: what can be read can be asked for without its body.
    fileprivate var words: [String] { self == .get ? [rawValue, "HEAD"] : [rawValue] }
}
