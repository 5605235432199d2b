package import APIModels
package import Hummingbird
import NIOCore
package import OrderCore
import Registration

/// Where the faces hang their operations. It also keeps what each needs of its caller, for the
/// access matrix of the tests.
package final class RouteTable {
    package let router: Router<CallContext>
    private let gate: Gate
    private let repeats: RepeatGuard
    private let maker: AnswerMaker
    package private(set) var rights: [Signature: Right] = [:]
    package private(set) var operations = OperationTree()

    package init(router: Router<CallContext>, gate: Gate, repeats: RepeatGuard) {
        self.router = router
        self.gate = gate
        self.repeats = repeats
        maker = AnswerMaker()
    }

    /// Serves an operation that answers with JSON.
    package func serve<Body: Decodable & Sendable, Answer: Encodable & Sendable>(
        _ endpoint: Endpoint<Body, Answer>, needs right: Right,
        _ handler: @escaping @Sendable (Call<Body>) async throws -> Answer
    ) {
        let maker = maker
        let status = HTTPResponse.Status(code: endpoint.success)
        route(endpoint, right) { call in
            let answer = try await handler(call)
            if call.wantsTable, let list = answer as? any TableAnswer {
                return maker.table(list.table)
            }
            return try maker.json(answer, status: status)
        }
    }

    /// Serves an operation whose answers are kept, so that they come encoded.
    package func serve<Body: Decodable & Sendable, Answer>(
        _ endpoint: Endpoint<Body, Answer>, needs right: Right,
        _ handler: @escaping @Sendable (Call<Body>) async throws -> EncodedAnswer
    ) {
        let maker = maker
        route(endpoint, right) { call in
            maker.kept(try await handler(call), tagsHeld: call.tagsHeld)
        }
    }

    /// Serves an operation that answers with JSON, or with nothing where there is nothing to tell.
    package func serve<Body: Decodable & Sendable, Answer: Encodable & Sendable>(
        _ endpoint: Endpoint<Body, Answer>, needs right: Right,
        _ handler: @escaping @Sendable (Call<Body>) async throws -> Answer?
    ) {
        let maker = maker
        let status = HTTPResponse.Status(code: endpoint.success)
        let empty = HTTPResponse.Status(code: endpoint.successWithoutAnswer ?? endpoint.success)
        route(endpoint, right) { call in
            guard let answer = try await handler(call) else { return maker.empty(status: empty) }
            return try maker.json(answer, status: status)
        }
    }

    /// Serves an operation that only says it was done.
    package func serve<Body: Decodable & Sendable>(
        _ endpoint: Endpoint<Body, NoAnswer>, needs right: Right,
        _ handler: @escaping @Sendable (Call<Body>) async throws -> Void
    ) {
        let maker = maker
        let status = HTTPResponse.Status(code: endpoint.success)
        route(endpoint, right) { call in
            try await handler(call)
            return maker.empty(status: status)
        }
    }

    /// Serves an operation that answers with a file.
    package func serve<Body: Decodable & Sendable>(
        _ endpoint: Endpoint<Body, Download>, needs right: Right,
        _ handler: @escaping @Sendable (Call<Body>) async throws -> Download
    ) {
        let maker = maker
        route(endpoint, right) { call in
            maker.file(try await handler(call), tagsHeld: call.tagsHeld)
        }
    }

    /// Serves an operation that answers with a text too long to be held in memory.
    package func serve<Body: Decodable & Sendable>(
        _ endpoint: Endpoint<Body, Download>, needs right: Right,
        _ handler: @escaping @Sendable (Call<Body>) async throws -> StreamedText
    ) {
        let maker = maker
        admit(endpoint, right) { call, _, _ in maker.stream(try await handler(call)) }
    }

    private func route<Body: Decodable & Sendable, Answer>(
        _ endpoint: Endpoint<Body, Answer>, _ right: Right,
        _ respond: @escaping @Sendable (Call<Body>) async throws -> Reply
    ) {
        let repeats = repeats
        let takesKey = endpoint.takesIdempotencyKey
        admit(endpoint, right) { call, request, octets in
            guard takesKey,
                let ticket = try repeats.ticket(for: request, of: call.caller, body: octets)
            else { return try await respond(call).response }
            return try await repeats.reply(to: ticket) { recorder in
                try await respond(call.recorded(by: recorder))
            }.response
        }
    }

    /// Lets calls in that may come in, and reads them.
    private func admit<Body: Decodable & Sendable, Answer>(
        _ endpoint: Endpoint<Body, Answer>, _ right: Right,
        _ respond:
            @escaping @Sendable (Call<Body>, Request, ByteBufferView) async throws -> Response
    ) {
        let path = PathTemplate(EndpointCatalog.root + endpoint.path)
        let signature = endpoint.signature
        let operation = signature.description
        let gate = gate
        let success = HTTPResponse.Status(code: endpoint.success)
        rights[signature] = right
        let method = signature.method.httpMethod
        let handle: OperationTree.Handler = { request, context, segments in
            let caller = try await gate.admit(request, from: context.client, needs: right)
            let (body, octets) = try await BodyReader.read(Body.self, from: request)
            let call = Call(
                caller: caller, body: body, query: try Query(request.uri.query),
                segments: segments,
                accepts: AcceptedTypes(request.headers[.accept]), success: success,
                tagsHeld: request.headers[.ifNoneMatch])
            // Reading never writes, and so needs nobody to stand for it.
            guard signature.method != .get else {
                return try await respond(call, request, octets)
            }
            let author = Author(caller, doing: operation, from: context.source)
            return try await Author.$current.withValue(author) {
                try await respond(call, request, octets)
            }
        }
        let routerPath = path.routerPath
        operations.add(path, method, route: routerPath.description, handle)
        // For what the tree leaves to the router: `HEAD`, and methods that a path does not take.
        router.on(routerPath, method: method) { request, context in
            try await handle(request, context, path.values(context.parameters))
        }
    }
}

extension Author {
    fileprivate init(_ caller: Caller, doing operation: String, from source: Source) {
        self.init(
            .user, name: caller.user.username, operation: operation,
            accountID: caller.account.id.rawValue, userID: caller.user.id.rawValue,
            apiKeyID: caller.key?.id.rawValue, source: source)
    }
}

extension APIModels.Method {
    var httpMethod: HTTPRequest.Method {
        switch self {
        case .get: .get
        case .post: .post
        case .put: .put
        case .delete: .delete
        }
    }
}
