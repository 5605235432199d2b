import HTTPTypes
import Hummingbird
import NIOCore

/// An answer, whole and in memory.
struct Reply: Equatable, Sendable {
    let status: HTTPResponse.Status
    var headers: HTTPFields
    let body: ByteBuffer

    var response: Response {
        Response(
            status: status, headers: headers,
            body: body.readableBytes == 0 ? ResponseBody() : ResponseBody(byteBuffer: body))
    }
}

/// In the form in which it is kept: status, header lines, an empty line, body.
extension Reply {
    var octets: [UInt8] {
        let lines = ["\(status.code)"] + headers.map { "\($0.name.rawName): \($0.value)" }
        return Array((lines.joined(separator: "\n") + "\n\n").utf8) + body.readableBytesView
    }

    struct Unreadable: Error {}

    init(octets: [UInt8]) throws {
        guard let end = octets.indices.first(where: { octets[$0...].starts(with: [10, 10]) })
        else { throw Unreadable() }
        let lines = String(decoding: octets[..<end], as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        guard let code = Int(lines[0]) else { throw Unreadable() }
        var headers = HTTPFields()
        for line in lines.dropFirst() {
            guard let colon = line.firstRange(of: ": "),
                let name = HTTPField.Name(String(line[..<colon.lowerBound]))
            else { throw Unreadable() }
            headers.append(HTTPField(name: name, value: String(line[colon.upperBound...])))
        }
        status = HTTPResponse.Status(code: code)
        self.headers = headers
        body = ByteBuffer(bytes: octets[(end + 2)...])
    }
}
