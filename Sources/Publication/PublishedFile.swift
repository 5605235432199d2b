import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Something published that clients and caches may keep: its octets, and what names and dates them.
struct PublishedFile: Sendable {
    let octets: ByteBuffer
    let headers: HTTPFields
    private let tag: String
    private let changedAt: Date

    /// The framework makes the `Date` of answers once a second, and later than that under load.
    /// What was made since must not be younger than it (RFC 9110 section 8.8.2.1).
    private static let dateLagSeconds: TimeInterval = 2

    /// - Parameters:
    ///   - tag: in its quotation marks.
    ///   - cacheControl: how long it may be kept.
    ///   - expires: when it ends; HTTP/1.0 caches keep it until then.
    init(
        _ octets: ByteBuffer, type: String, tag: String, changedAt: Date, cacheControl: String,
        expires: Date? = nil
    ) {
        self.octets = octets
        self.tag = tag
        let changedAt = changedAt.addingTimeInterval(-Self.dateLagSeconds)
        self.changedAt = changedAt
        var headers: HTTPFields = [
            .contentType: type, .cacheControl: cacheControl, .eTag: tag,
            .lastModified: HTTPDate.text(changedAt),
        ]
        if let expires { headers[.expires] = HTTPDate.text(expires) }
        self.headers = headers
    }

    /// The file, or that the client has it already (RFC 9110 section 13.2.2).
    func answer(to request: Request) -> Response {
        if isHeld(FileConditions(of: request)) {
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: octets))
    }

    func isHeld(_ conditions: FileConditions) -> Bool {
        if let held = conditions.ifNoneMatch {
            return held.split(separator: ",").contains { entry in
                let entry = entry.trimmingCharacters(in: .whitespaces)
                return entry == "*" || entry == tag || entry == "W/" + tag
            }
        }
        guard let text = conditions.ifModifiedSince, let held = HTTPDate.date(text) else {
            return false
        }
        return changedAt <= held
    }
}

/// What a client says of the file that it has.
package struct FileConditions: Sendable {
    let ifNoneMatch: String?
    let ifModifiedSince: String?

    package static let none = FileConditions(ifNoneMatch: nil, ifModifiedSince: nil)

    package init(ifNoneMatch: String?, ifModifiedSince: String?) {
        self.ifNoneMatch = ifNoneMatch
        self.ifModifiedSince = ifModifiedSince
    }

    /// Only of those who ask for the file, not of those who post a question (section 13.1).
    init(of request: Request) {
        guard [.get, .head].contains(request.method) else {
            self = .none
            return
        }
        self.init(
            ifNoneMatch: request.headers[.ifNoneMatch],
            ifModifiedSince: request.headers[.ifModifiedSince])
    }
}
