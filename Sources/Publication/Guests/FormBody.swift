import Hummingbird
import NIOCore
import Registration
import Web

/// What a form of a page sends (`application/x-www-form-urlencoded`).
struct FormBody {
    /// Holds a CSR of the largest key, escaped, and a comment.
    static let octetsMax = 64 << 10

    private let fields: Query

    init(_ request: Request) async throws {
        let type = (request.headers[.contentType] ?? "").prefix { $0 != ";" }.lowercased()
        guard type == "application/x-www-form-urlencoded" else {
            throw Refusal(.unsupportedMediaType, "Send the form as a browser does.")
        }
        do {
            let body = try await request.body.collect(upTo: Self.octetsMax)
            fields = try Query(String(buffer: body))
        } catch is NIOTooManyBytesError {
            throw Refusal(.requestTooLarge, "The form is longer than \(Self.octetsMax) octets.")
        }
    }

    subscript(name: String) -> String { fields.value(name) ?? "" }
}
