import Foundation
import HTTPTypes
import Registration
import Storage
import TestKit
import Testing

/// Somebody without a user, with a browser and a mailbox.
struct GuestBrowser {
    let api: RunningAPI
    private(set) var cookie: String?

    init(_ api: RunningAPI) {
        self.api = api
    }

    mutating func open(_ path: String) async throws -> Exchange {
        try keep(try await api.open(.get, path, headers))
    }

    /// Sends a form as browsers do.
    mutating func send(_ path: String, _ fields: [(String, String)] = []) async throws -> Exchange {
        let body = fields.map { "\($0.0)=\(Self.encoded($0.1))" }.joined(separator: "&")
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try keep(try await api.open(.post, path, headers, body: Array(body.utf8)))
    }

    /// Asks at the door, and has the question answered.
    @discardableResult
    mutating func ask(_ door: String, _ subject: String, _ email: String) async throws -> Exchange {
        let exchange = try await send(door, [("order", subject), ("email", email)])
        try await GuestQuestionDesk(registry: api.installation.registry).runOnce()
        return exchange
    }

    /// The paths of the links in the newest letter.
    func links() async throws -> [String] {
        let body = try await api.messages().last?.body ?? ""
        return body.matches(of: /\/visit\/\w+/).map { String($0.0) }
    }

    private var headers: HTTPFields {
        var headers = HTTPFields()
        headers[.cookie] = cookie
        return headers
    }

    private mutating func keep(_ exchange: Exchange) throws -> Exchange {
        if let set = exchange.headers[.setCookie] {
            cookie = set.split(separator: ";").first.map(String.init)
        }
        return exchange
    }

    private static func encoded(_ text: String) -> String {
        let plain = CharacterSet.alphanumerics
        return text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}

extension Exchange {
    /// What the forms of a page bring back.
    var formToken: String? {
        text.firstMatch(of: /name="form" value="(\w+)"/).map { String($0.1) }
    }
}
