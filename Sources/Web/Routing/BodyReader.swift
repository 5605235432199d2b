import APIModels
import Hummingbird
import NIOCore
import Registration

/// Reads the body of a request as JSON.
///
/// A body where none is expected is not looked at. Its type may be left out, or be what a library
/// sends that was told nothing; one that says that the body is something else is refused.
enum BodyReader {
    /// Holds 1,000 names and a CSR of the largest size several times over.
    static let octetsMax = 1 << 20

    private static let decoder = WireDecoder()

    static func read<Body: Decodable>(
        _ type: Body.Type, from request: Hummingbird.Request
    ) async throws -> (body: Body, octets: ByteBufferView) {
        if let nothing = NoBody() as? Body { return (nothing, ByteBufferView()) }
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: octetsMax)
        } catch is NIOTooManyBytesError {
            throw Refusal(.requestTooLarge, "The body is longer than \(octetsMax) octets.")
        }
        if buffer.readableBytes > 0 {
            try checkType(request.headers[.contentType], isUpload: Body.self == Upload.self)
        }
        do {
            let octets = buffer.readableBytesView
            if let upload = Upload(bytes: Array(octets)) as? Body { return (upload, octets) }
            return (try decoder.decode(type, from: octets), octets)
        } catch {
            throw Refusal(error)
        }
    }

    /// What curl and others say of any body.
    private static let sayNothing: Set = [
        "", "*/*", "text/plain", "application/octet-stream", "application/x-www-form-urlencoded",
    ]
    private static let json: Set = ["application/json", "text/json"]
    private static let pictures: Set = [
        "image/svg+xml", "image/svg", "text/xml", "application/xml",
    ]

    private static func checkType(_ header: String?, isUpload: Bool) throws {
        let type = (header ?? "").prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        guard !sayNothing.contains(type) else { return }
        guard isUpload ? pictures.contains(type) : json.contains(type) || type.hasSuffix("+json")
        else {
            let wanted = isUpload ? "image/svg+xml" : "application/json"
            throw Refusal(
                .unsupportedMediaType, "The body must be \(wanted), not \(type.quoted).")
        }
    }
}

extension Refusal {
    init(_ problem: WireProblem) {
        switch problem {
        case .malformed:
            self.init(.badRequestFormat, "Could not parse request data")
        case .tooDeep(let depthMax):
            self.init(.badRequestFormat, "The body is nested more than \(depthMax) deep.")
        case .repeated(let name):
            self.init(
                .badRequestFormat, "The body has the member \(name.quoted) twice in one object.")
        case .invalid(path: "", let expected):
            self.init(.badRequestFormat, "The body must be \(expected).")
        case .invalid(let path, let expected):
            self.init(.invalidValue(path), "\(path) must be \(expected).")
        case .missing(let path):
            self = .required(path)
        }
    }
}
