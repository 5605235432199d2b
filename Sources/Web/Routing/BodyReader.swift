import APIModels
import Hummingbird
import NIOCore
import Registration

/// Reads the body of a request as JSON.
///
/// A body where none is expected is not looked at. A content type that is missing, or any other
/// than one of JSON, is no reason to refuse: old clients send what their library happens to send.
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
        do {
            let octets = buffer.readableBytesView
            if let upload = Upload(bytes: Array(octets)) as? Body { return (upload, octets) }
            return (try decoder.decode(type, from: octets), octets)
        } catch {
            throw Refusal(error)
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
        case .invalid(path: "", let expected):
            self.init(.badRequestFormat, "The body must be \(expected).")
        case .invalid(let path, let expected):
            self.init(.invalidValue(path), "\(path) must be \(expected).")
        case .missing(let path):
            self = .required(path)
        }
    }
}
