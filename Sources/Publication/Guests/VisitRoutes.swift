import HTTPTypes
package import Hummingbird
import NIOCore
import OrderCore
package import Registration
import Storage
package import Web

/// The pages of one order for a guest: `/visit/LINK` begins a visit, `/visiting` is the visit.
///
/// The session is a cookie that no other site's page is sent along with; each form brings a value,
/// too, that only pages of this session hold. Opening a link changes nothing, since mail programs
/// open links; sending its form back begins the visit.
package struct VisitRoutes {
    private let desk: VisitDesk
    private let publication: Registration.Publication

    package init(registry: Registry) {
        desk = VisitDesk(registry: registry)
        publication = registry.publication
    }

    static let path = "/visiting"
    static let cookie = "guest"

    package func add(to router: Router<CallContext>) {
        router.get("/visit/{link}") { [desk] _, context in
            let link = context.parameters.get("link") ?? ""
            guard let file = try await desk.subject(ofLink: link) else {
                return GuestRoutes.nothing
            }
            return PlainPage(
                title: "Certificate order",
                content: """
                    <p>Order \(file.order.id) for <b>\(file.certificate.content.commonName)</b></p>
                    <form method="post"><button>Open the order</button></form>
                    """
            ).response
        }
        router.post("/visit/{link}") { [self] _, context in
            let visitor = Self.visitor("guest", "POST /visit/{link}", context)
            let link = context.parameters.get("link") ?? ""
            let session = try await Author.$current.withValue(visitor) {
                try await desk.begin(link: link)
            }
            guard let session else { return GuestRoutes.nothing }
            return Self.redirect(cookie: cookie(session, seconds: Int(VisitDesk.sessionSeconds)))
        }
        router.get("\(Self.path)") { [self] request, _ in
            guard let visit = try await visit(of: request) else { return GuestRoutes.nothing }
            return OrderPage(visit: visit).response
        }
        router.get("\(Self.path)/{part}") { [self] request, context in
            guard let visit = try await visit(of: request), visit.isDownloadable,
                let format = DownloadFormat(rawValue: context.parameters.get("part") ?? "")
            else { return GuestRoutes.nothing }
            return Self.attachment(try await desk.pack(format, for: visit))
        }
        router.post("\(Self.path)/{part}") { [self] request, context in
            try await act(request, context)
        }
    }

    private func act(_ request: Request, _ context: CallContext) async throws -> Response {
        guard let visit = try await visit(of: request),
            let deed = Deed(rawValue: context.parameters.get("part") ?? "")
        else { return GuestRoutes.nothing }
        let form = try await FormBody(request)
        guard form["form"] == visit.formToken else { return GuestRoutes.nothing }
        let visitor = Self.visitor(visit.visit.email, "POST \(Self.path)/\(deed.rawValue)", context)
        do {
            return try await Author.$current.withValue(visitor) {
                try await act(deed, form, visit)
            }
        } catch let refusal as Refusal where refusal.code.isOfForm {
            return OrderPage(visit: visit, problem: refusal.message).response
        }
    }

    private enum Deed: String {
        case reissue
        case revocation
        case end
    }

    private func act(_ deed: Deed, _ form: FormBody, _ visit: OrderVisit) async throws -> Response {
        switch deed {
        case .reissue:
            try await desk.askReissue(csr: form["csr"], comment: form["comment"], for: visit)
        case .revocation:
            guard let reason = Revocation.Reason(rawValue: form["reason"]) else {
                throw Refusal.required("reason")
            }
            try await desk.askRevocation(reason, comment: form["comment"], for: visit)
        case .end:
            try await desk.end(visit)
            var response = PlainPage(title: "Good bye", content: "<p>The visit is over.</p>")
                .response
            response.headers[.setCookie] = cookie("", seconds: 0)
            return response
        }
        return Self.redirect(cookie: nil)
    }

    private func visit(of request: Request) async throws -> OrderVisit? {
        guard let session = request.cookies[Self.cookie]?.value, !session.isEmpty else {
            return nil
        }
        return try await desk.visit(session: session)
    }

    private func cookie(_ session: String, seconds: Int) -> String {
        let isSecure = publication.pagesURL.hasPrefix("https:")
        return "\(Self.cookie)=\(session); Path=\(Self.path); Max-Age=\(seconds); HttpOnly; "
            + "SameSite=Strict" + (isSecure ? "; Secure" : "")
    }

    private static func visitor(
        _ name: String, _ operation: String, _ context: CallContext
    ) -> Author {
        Author(.visitor, name: name, operation: operation, source: context.source)
    }

    private static func redirect(cookie: String?) -> Response {
        var headers: HTTPFields = [.location: path, .cacheControl: "no-store"]
        headers[.setCookie] = cookie
        return Response(status: .seeOther, headers: headers)
    }

    private static func attachment(_ file: PackedCertificate) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: file.contentType, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(file.fileName)\"",
                .xContentTypeOptions: "nosniff",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
    }
}
