import HTTPTypes
package import Hummingbird
import OrderCore
package import Registration
package import Web

/// The page behind the link of a mail that asks for proof of a domain or mailbox. Open to whoever
/// has the link; opening it changes nothing, sending it back approves.
package struct ConfirmationRoutes {
    private let desk: InvitationDesk

    package init(desk: InvitationDesk) {
        self.desk = desk
    }

    package func add(to router: Router<CallContext>) {
        let desk = desk
        router.get("/control/{token}") { _, context in
            let token = context.parameters.get("token") ?? ""
            guard let subject = try await desk.subject(of: token) else { return Self.gone }
            return Self.page(
                "Approve",
                """
                <p>Somebody asks for a certificate for <b>\(Self.escaped(subject))</b>.</p>
                <p>If you do not know of this, close this page.</p>
                <form method="post"><button>Approve \(Self.escaped(subject))</button></form>
                """)
        }
        router.post("/control/{token}") { _, context in
            let token = context.parameters.get("token") ?? ""
            guard let subject = try await desk.subject(of: token) else { return Self.gone }
            let visitor = Author(
                .visitor, name: subject, operation: "POST /control/{token}",
                source: Author.Source(requestID: context.requestID, address: context.address))
            try await Author.$current.withValue(visitor) { _ = try await desk.approve(token) }
            return Self.page(
                "Approved", "<p>Certificates for \(Self.escaped(subject)) may be made now.</p>")
        }
    }

    private static var gone: Response {
        page(
            "Nothing here",
            "<p>The link was used, is no longer in force, or was replaced by a newer one.</p>",
            status: .notFound)
    }

    private static func page(
        _ title: String, _ content: String, status: HTTPResponse.Status = .ok
    ) -> Response {
        let text = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>\(title)</title></head>
            <body><h1>\(title)</h1>
            \(content)
            </body></html>

            """
        return Response(
            status: status,
            headers: [
                .contentType: "text/html; charset=utf-8", .cacheControl: "no-store",
                .contentSecurityPolicy:
                    "default-src 'none'; form-action 'self'; frame-ancestors 'none'",
                .init("Referrer-Policy")!: "no-referrer",
            ],
            body: ResponseBody(byteBuffer: .init(string: text)))
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
