import HTTPTypes
package import Hummingbird
import Issuance
import NIOCore
import OrderCore
package import Registration
import Storage
import Synchronization
package import Web

/// The revocation lists, open to everyone: `/crl/ID.crl` is the first part of an issuer's,
/// `/crl/ID/PART.crl` one of the others; the same in PEM with `.pem`.
package struct CRLRoutes {
    private let desk: CRLDesk
    private let shelf = CRLShelf()

    package init(registry: Registry) {
        desk = CRLDesk(registry: registry)
    }

    /// How long caches may keep a list without asking. A list that has not changed is not sent
    /// again to those who ask.
    static let cacheSeconds = 60

    package func add(to router: Router<CallContext>) {
        let (desk, shelf) = (desk, shelf)
        router.get("/crl/{issuer}") { request, context in
            let name = FileName(context.parameters.get("issuer"))
            return try await Self.answer(request, name?.number, 0, name?.form, desk, shelf)
        }
        router.get("/crl/{issuer}/{part}") { request, context in
            let issuer = context.parameters.get("issuer").flatMap { Int64($0) }
            let name = FileName(context.parameters.get("part"))
            return try await Self.answer(request, issuer, name?.number, name?.form, desk, shelf)
        }
    }

    private static func answer(
        _ request: Hummingbird.Request, _ issuer: Int64?, _ part: Int64?, _ form: FileForm?,
        _ desk: CRLDesk, _ shelf: CRLShelf
    ) async throws -> Response {
        guard let issuer, let part, let form,
            let mark = try await desk.mark(of: ID(issuer), part: Int(part))
        else { throw HTTPError(.notFound) }
        if let kept = shelf.file(of: mark, form) { return kept.answer(to: request) }
        guard let (current, der) = try await desk.list(mark.partitionID) else {
            throw HTTPError(.notFound)
        }
        let octets =
            switch form {
            case .der: ByteBuffer(bytes: der)
            case .pem: ByteBuffer(string: RevocationList.pem(der: der))
            }
        let file = PublishedFile(
            octets, type: form.contentType,
            // A number may stand for another list after a restore.
            tag: "\"\(CRLDesk.digest(of: der))\(form.tagEnd)\"",
            changedAt: current.thisUpdate,
            cacheControl: "public, max-age=\(cacheSeconds), must-revalidate")
        shelf.keep(file, of: current, form)
        return file.answer(to: request)
    }
}

/// In which form a list is asked for.
enum FileForm: String, Hashable {
    case der = "crl"
    case pem

    var contentType: String {
        switch self {
        case .der: "application/pkix-crl"
        case .pem: "application/x-pem-file"
        }
    }

    var tagEnd: String { self == .pem ? "-pem" : "" }
}

/// `NUMBER.FORM`.
private struct FileName {
    let number: Int64
    let form: FileForm

    init?(_ text: String?) {
        let parts = (text ?? "").split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int64(parts[0]), number >= 0,
            let form = FileForm(rawValue: String(parts[1]))
        else { return nil }
        self.number = number
        self.form = form
    }
}

/// Lists that were asked for, within a limit of memory. Each is found only under the number that
/// the database has for its part.
private final class CRLShelf: Sendable {
    private static let octetsMax = 64 << 20

    private struct Place: Hashable {
        let partition: ID<CRLPartition>
        let form: FileForm
    }

    private struct State {
        var files: [Place: (number: Int64, file: PublishedFile)] = [:]
        var octets = 0
    }

    private let state = Mutex(State())

    func file(of mark: CRLMark, _ form: FileForm) -> PublishedFile? {
        state.withLock { state in
            guard let kept = state.files[Place(partition: mark.partitionID, form: form)],
                kept.number == mark.number
            else { return nil }
            return kept.file
        }
    }

    func keep(_ file: PublishedFile, of mark: CRLMark, _ form: FileForm) {
        let count = file.octets.readableBytes
        guard count <= Self.octetsMax else { return }
        state.withLock { state in
            // Fetched again when asked for: simpler than to know which is wanted least.
            if state.octets + count > Self.octetsMax { state = State() }
            let place = Place(partition: mark.partitionID, form: form)
            let replaced = state.files.updateValue((mark.number, file), forKey: place)
            state.octets += count - (replaced?.file.octets.readableBytes ?? 0)
        }
    }
}
