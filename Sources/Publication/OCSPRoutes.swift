import Foundation
import HTTPTypes
package import Hummingbird
import Issuance
import Logging
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
    static let contentType = "application/ocsp-response"
    private static let path = "/ocsp/"
    /// The route of questions by `GET`, as it is counted.
    package static let route = "/ocsp/**"

    package func add(to router: Router<CallContext>) {
        let (desk, shelf) = (desk, shelf)
        router.get("/ocsp/**") { request, context in
            await answer(Self.question(in: request) ?? "", to: request, context)
        }
        router.post("/ocsp") { request, context in
            await Self.respond(request, context, desk, shelf) {
                Array(
                    try await request.body.collect(upTo: OCSPRequest.octetsMax).readableBytesView)
            }
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
        await Self.respond(request, context, desk, shelf) {
            guard let octets = PathBase64.octets(question) else {
                throw OCSPFailure.malformedRequest
            }
            return octets
        }
    }

    private static func respond(
        _ request: Request, _ context: CallContext, _ desk: OCSPDesk, _ shelf: OCSPShelf,
        _ read: () async throws -> [UInt8]
    ) async -> Response {
        do {
            return try await answer(OCSPRequest(der: read()), desk, shelf).answer(to: request)
        } catch let failure as OCSPFailure {
            return refuse(failure)
        } catch is NIOTooManyBytesError {
            return refuse(.malformedRequest, .contentTooLarge)
        } catch {
            context.logger.error("question not answered", metadata: ["error": "\(error)"])
            return refuse(error is StorageProblem ? .tryLater : .internalError)
        }
    }

    private static func answer(
        _ question: OCSPRequest, _ desk: OCSPDesk, _ shelf: OCSPShelf
    ) async throws -> PublishedFile {
        let finding = try await desk.find(question)
        let nonce = desk.nonce(of: question)
        // What nobody issued is not kept: whoever makes numbers up would fill the shelf with them.
        let isKept = nonce == nil && question.certificates.count == 1 && finding.isKnown
        let edition = finding.edition
        if isKept, let kept = shelf.file(of: question.certificates[0], edition, at: desk.now) {
            return kept
        }
        let answer = try await desk.answer(finding, nonce: nonce)
        let file = PublishedFile(
            ByteBuffer(bytes: answer.octets), type: contentType, tag: answer.tag,
            changedAt: answer.thisUpdate,
            cacheControl: isKept
                ? "public, max-age=\(cacheSeconds), no-transform, must-revalidate" : "no-store",
            expires: isKept ? answer.nextUpdate : nil)
        if isKept {
            shelf.keep(
                file, of: question.certificates[0], edition, from: answer.thisUpdate,
                until: answer.keptUntil)
        }
        return file
    }

    private static func refuse(
        _ failure: OCSPFailure, _ status: HTTPResponse.Status = .ok
    ) -> Response {
        Response(
            status: status, headers: [.contentType: contentType, .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: failure.octets)))
    }
}

/// Octets in base64 in a path, written in any of the ways that clients do it: escaped or not, in
/// the alphabet for URLs or in the other one, with padding or without.
enum PathBase64 {
    static func octets(_ path: Substring) -> [UInt8]? {
        var path = path
        return path.withUTF8(octets)
    }

    private static func octets(_ letters: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var octets: [UInt8] = []
        octets.reserveCapacity(letters.count * 3 / 4)
        var bits: UInt32 = 0
        var count = 0
        var hasEnded = false
        var place = 0
        while place < letters.count {
            guard let letter = plain(letters, &place) else { return nil }
            if letter == UInt8(ascii: "=") {
                hasEnded = true
                continue
            }
            guard !hasEnded, let value = value(of: letter) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                octets.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return count == 6 ? nil : octets
    }

    /// The letter itself, or the one that is escaped with the two after it; `place` moves past it.
    private static func plain(
        _ letters: UnsafeBufferPointer<UInt8>, _ place: inout Int
    ) -> UInt8? {
        let letter = letters[place]
        place += 1
        guard letter == UInt8(ascii: "%") else { return letter }
        guard place + 2 <= letters.count, let high = digit(letters[place]),
            let low = digit(letters[place + 1])
        else { return nil }
        place += 2
        return high << 4 | low
    }

    private static func digit(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): letter - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): letter - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private static func value(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0") + 52
        // A space is a plus sign that somebody took for a form's.
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: " "): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
