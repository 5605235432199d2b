import Crypto
import Foundation
import HTTPTypes

/// One request with its answer.
struct Exchange: Sendable {
    let method: String
    let path: String
    let sent: String?
    let status: Int
    let headers: HTTPFields
    let body: [UInt8]
    /// What the audit log has of it.
    var entries: [String] = []

    var text: String { String(decoding: body, as: UTF8.self) }

    /// The answer as JSON.
    var json: [String: Any] {
        get throws {
            guard let object = try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
            else { throw NotAnObject() }
            return object
        }
    }

    struct NotAnObject: Error {}

    var errorCode: String? {
        get throws { (try json["errors"] as? [[String: Any]])?.first?["code"] as? String }
    }

    /// The exchange in writing. What chance put into it is left out: the request's id.
    var transcript: String {
        var lines = ["> \(method) \(path)"]
        if let sent { lines.append("> " + Self.shortened(sent)) }
        lines.append("< \(status)")
        for field in headers where !leftOut.contains(field.name.canonicalName) {
            lines.append("< \(field.name.canonicalName): \(field.value)")
        }
        lines.append("< " + writtenBody)
        return lines.joined(separator: "\n") + "\n"
    }

    /// The request's id, and the length of a body that holds it: ids are not all of one length.
    private var leftOut: Set<String> {
        text.contains("\"request_id\"") ? ["x-request-id", "content-length"] : ["x-request-id"]
    }

    private var writtenBody: String {
        let type = headers[.contentType] ?? ""
        if type == "application/zip" {
            let digest = SHA256.hash(data: body).prefix(8).map { String(format: "%02x", $0) }
            return "(\(body.count) octets, SHA-256 \(digest.joined()))"
        }
        return text.replacing(/"request_id":"[^"]*"/, with: "\"request_id\":\"…\"")
    }

    /// A CSR is named instead of written out.
    private static func shortened(_ sent: String) -> String {
        sent.replacing(
            /-----BEGIN CERTIFICATE REQUEST-----.*?-----END CERTIFICATE REQUEST-----(\\n)?/,
            with: "(CSR)")
    }
}
