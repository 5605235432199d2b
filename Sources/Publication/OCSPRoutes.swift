import Foundation
package import Hummingbird
import Issuance
package import Logging
import NIOCore
package import Registration
import Storage
package import Web

/// The OCSP responder (RFC 6960, and RFC 5019 for what can be cached), open to everyone: a question
/// by `POST /ocsp`, or in base64 in the path of `GET /ocsp/…`.
package struct OCSPRoutes {
    private let desk: OCSPDesk
    private let shelf = OCSPShelf()

    package init(registry: Registry, rules: OCSPRules = .standard) {
        desk = OCSPDesk(registry: registry, rules: rules)
    }

    /// How long caches may keep an answer without asking: a revocation shows at once here, and that
    /// much later behind them.
    static let cacheSeconds = 300
    /// Where questions are posted to.
    package static let postPath = "/ocsp"
    /// What stands before a question in a path.
    package static let path = "/ocsp/"
    /// The route of questions by `GET`, as it is counted.
    package static let route = "/ocsp/**"

    package func add(to router: Router<CallContext>) {
        router.get("/ocsp/**") { request, context in
            await answer(Self.question(in: request) ?? "", to: request, context)
        }
        router.post("/ocsp") { request, context in
            let question: OCSPQuestion
            do {
                question = .posted(
                    Array(
                        try await request.body.collect(upTo: OCSPRequest.octetsMax)
                            .readableBytesView))
            } catch is NIOTooManyBytesError {
                question = .tooLong
            }
            return await reply(to: question, logger: context.logger).response
        }
    }

    /// The question in a path, in base64.
    package static func question(in request: Request) -> Substring? {
        let path = request.uri.path
        return path.hasPrefix(Self.path) ? path.dropFirst(Self.path.utf8.count) : nil
    }

    package func answer(
        _ question: Substring, to request: Request, _ context: CallContext
    ) async -> Response {
        await reply(
            to: .path(question), heldUnder: FileConditions(of: request), logger: context.logger
        ).response
    }

    /// What is told of a question.
    package func reply(
        to question: OCSPQuestion, heldUnder conditions: FileConditions = .none,
        logger: @autoclosure () -> Logger
    ) async -> OCSPReply {
        do {
            return try await reply(to: OCSPRequest(der: question.octets), conditions)
        } catch let failure as OCSPFailure {
            return OCSPReply(failure, question.isTooLong ? .contentTooLarge : .ok)
        } catch {
            logger().error("question not answered", metadata: ["error": "\(error)"])
            return OCSPReply(error is StorageProblem ? .tryLater : .internalError)
        }
    }

    private func reply(
        to question: OCSPRequest, _ conditions: FileConditions
    ) async throws -> OCSPReply {
        let finding = try await desk.find(question)
        let nonce = desk.nonce(of: question)
        // What nobody issued is not kept: whoever makes numbers up would fill the shelf with them.
        guard nonce == nil, question.certificates.count == 1, finding.isKnown else {
            return OCSPReply(passing: try await desk.answer(finding, nonce: nonce).octets)
        }
        let edition = finding.edition
        if let kept = shelf.file(of: question.certificates[0], edition, at: desk.now) {
            return OCSPReply(kept, heldUnder: conditions)
        }
        let answer = try await desk.answer(finding, nonce: nil)
        let file = PublishedFile(
            ByteBuffer(bytes: answer.octets), type: OCSPReply.contentType, tag: answer.tag,
            changedAt: answer.thisUpdate,
            cacheControl: "public, max-age=\(Self.cacheSeconds), no-transform, must-revalidate",
            expires: answer.nextUpdate)
        shelf.keep(
            file, of: question.certificates[0], edition, from: answer.thisUpdate,
            until: answer.keptUntil)
        return OCSPReply(file, heldUnder: conditions)
    }
}

/// A question as it came.
package enum OCSPQuestion: Sendable {
    /// In base64, from a path.
    case path(Substring)
    case posted([UInt8])
    /// Posted, and longer than ``OCSPRequest/octetsMax``.
    case tooLong

    fileprivate var octets: [UInt8] {
        get throws(OCSPFailure) {
            switch self {
            case .path(let text):
                guard let octets = PathBase64.octets(text) else { throw .malformedRequest }
                return octets
            case .posted(let octets): return octets
            case .tooLong: throw .malformedRequest
            }
        }
    }

    fileprivate var isTooLong: Bool {
        if case .tooLong = self { true } else { false }
    }
}
