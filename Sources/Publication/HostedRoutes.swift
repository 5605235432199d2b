import Foundation
import HTTPTypes
package import Hummingbird
import OrderCore
package import Registration
package import Web

/// What orders show to the world, where their owners want it: the seals of sites, and marks that
/// are hosted here. Plain HTTP, open to everyone who knows the address.
package struct HostedRoutes {
    private let seals: SealDesk
    private let marks: MarkDesk

    package init(registry: Registry) {
        seals = SealDesk(registry: registry)
        marks = MarkDesk(registry: registry)
    }

    /// A seal tells within minutes that its certificate is no longer good.
    static let sealCacheSeconds = 300
    static let markCacheSeconds = 3600

    package func add(to router: Router<CallContext>) {
        let seals = seals
        router.get("/seal/{order}/{file}") { _, context in
            let file = context.parameters.get("file") ?? ""
            guard let id = Int64(context.parameters.get("order") ?? ""), file.hasSuffix(".svg"),
                let standing = try await seals.standing(ID(id), hash: String(file.dropLast(4)))
            else { throw HTTPError(.notFound) }
            return Self.answer("image/svg+xml", Array(standing.svg.utf8), Self.sealCacheSeconds)
        }
        let marks = marks
        router.get("/mark/{public}/{file}") { _, context in
            let hosted = try await marks.hosted(context.parameters.get("public") ?? "")
            switch (hosted, context.parameters.get("file")) {
            case (let hosted?, "logo.svg"):
                return Self.answer("image/svg+xml", hosted.svg, Self.markCacheSeconds)
            case (let hosted?, "certificate.pem"):
                return Self.answer(
                    "application/x-pem-file", Array(hosted.pem.utf8), Self.markCacheSeconds)
            default: throw HTTPError(.notFound)
            }
        }
    }

    /// Neither a seal nor a mark runs anything; browsers are told so, too.
    private static func answer(_ type: String, _ bytes: [UInt8], _ seconds: Int) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .cacheControl: "public, max-age=\(seconds)",
                .contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'",
                .xContentTypeOptions: "nosniff",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension SealStanding {
    /// The seal as a picture.
    fileprivate var svg: String {
        let words =
            validTill.map { "valid until \($0.formatted(.iso8601.year().month().day()))" }
            ?? "not valid"
        let colour =
            switch (validTill, seal.design) {
            case (nil, _): "#8a1c1c"
            case (_, .geotrust): "#1d5fa8"
            case (_, .thawte): "#3d3d8f"
            case (_, .smart): "#0a5c36"
            }
        let owner = seal.showsVerifiedCustomer ? organizationName : nil
        let lines = [commonName, owner, words].compactMap(\.self).enumerated().map { place, text in
            "<text x=\"70\" y=\"\(22 + place * 18)\" font-size=\"10\" fill=\"#fff\" "
                + "text-anchor=\"middle\" font-family=\"sans-serif\">\(Self.escaped(text))</text>"
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 140 70" \
            width="\(seal.size.pixels)" height="\(seal.size.pixels / 2)">\
            <rect width="140" height="70" rx="8" fill="\(colour)"/>\(lines.joined())</svg>
            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
