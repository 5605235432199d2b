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
            return PlainPage(
                title: "Approve",
                content: """
                    <p>Somebody asks for a certificate for <b>\(subject)</b>.</p>
                    <p>If you do not know of this, close this page.</p>
                    <form method="post"><button>Approve \(subject)</button></form>
                    """
            ).response
        }
        router.post("/control/{token}") { _, context in
            let token = context.parameters.get("token") ?? ""
            guard let subject = try await desk.subject(of: token) else { return Self.gone }
            let visitor = Author(
                .visitor, name: subject, operation: "POST /control/{token}",
                source: context.source)
            try await Author.$current.withValue(visitor) { _ = try await desk.approve(token) }
            return PlainPage(
                title: "Approved",
                content: "<p>Certificates for \(subject) may be made now.</p>"
            ).response
        }
    }

    private static var gone: Response {
        PlainPage(
            title: "Nothing here",
            content: """
                <p>The link was used, is no longer in force, or was replaced by a newer one.</p>
                """,
            status: .notFound
        ).response
    }
}
