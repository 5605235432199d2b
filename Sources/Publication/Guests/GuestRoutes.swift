import HTTPTypes
package import Hummingbird
import OrderCore
package import Registration
package import Web

/// Where guests of an account ask for an order. The answer is a letter; the page says the same
/// whether there is such an order or not.
package struct GuestRoutes {
    private let desk: GuestQuestionDesk
    private let clock: WallClock
    private let limit: VisitorLimit

    /// In ten minutes: enough for a person, and for an office behind one address.
    package static let addressMax = 20
    package static let doorMax = 600
    package static let limitSeconds = 600.0

    package init(registry: Registry) {
        desk = GuestQuestionDesk(registry: registry)
        clock = registry.clock
        limit = VisitorLimit(
            addressMax: Self.addressMax, doorMax: Self.doorMax, seconds: Self.limitSeconds)
    }

    package func add(to router: Router<CallContext>) {
        router.get("/guest/{token}") { [self] _, context in
            guard try await desk.isDoor(context.parameters.get("token") ?? "") else {
                return Self.nothing
            }
            return Self.form(problem: nil)
        }
        router.post("/guest/{token}") { [self] request, context in
            try await ask(request, context)
        }
        router.get("\(PlainPage.stylePath)") { _, _ in PlainPage.style }
    }

    private func ask(_ request: Request, _ context: CallContext) async throws -> Response {
        let token = context.parameters.get("token") ?? ""
        guard try await desk.isDoor(token) else { return Self.nothing }
        guard limit.admits(context.client, at: token, now: clock.now) else { return Self.tooMuch }
        let visitor = Author(
            .visitor, name: "guest", operation: "POST /guest/{token}", source: context.source)
        do {
            let form = try await FormBody(request)
            let isAsked = try await Author.$current.withValue(visitor) {
                try await desk.ask(about: form["order"], email: form["email"], at: token)
            }
            return isAsked ? Self.asked : Self.nothing
        } catch let refusal as Refusal where refusal.code.isOfForm {
            return Self.form(problem: refusal.message)
        }
    }

    private static func form(problem: String?) -> Response {
        let said: HTML = problem.map { "<p class=\"wrong\">\($0)</p>" } ?? ""
        return PlainPage(
            title: "Certificate orders",
            content: """
                \(said)
                <p>See an order, download its certificate, or ask for another one. You get a letter
                with a link, if the order admits guests and names your e-mail address.</p>
                <form method="post">
                <label for="order">Order number, or a name in the certificate</label>
                <input id="order" name="order" required maxlength="255" autocomplete="off">
                <label for="email">Your e-mail address</label>
                <input id="email" name="email" type="email" required maxlength="254"
                  autocomplete="email">
                <button>Send me the link</button>
                </form>
                """,
            status: problem == nil ? .ok : .badRequest
        ).response
    }

    private static var asked: Response {
        let minutes = Int(GuestQuestionDesk.linkSeconds / 60)
        return PlainPage(
            title: "Look into your mail",
            content: """
                <p class="said">If there is such an order, if it admits guests, and if it names your
                address, a letter with a link is on its way. The link is good for \(minutes)
                minutes.</p>
                """
        ).response
    }

    private static var tooMuch: Response {
        var response = PlainPage(
            title: "Too many questions",
            content: "<p>Try again in \(Int(limitSeconds / 60)) minutes.</p>",
            status: .tooManyRequests
        ).response
        response.headers[.retryAfter] = "\(Int(limitSeconds))"
        return response
    }

    static var nothing: Response {
        PlainPage(
            title: "Nothing here",
            content: """
                <p>No guests are admitted here, or the link was used or is no longer in force.</p>
                """,
            status: .notFound
        ).response
    }
}

extension RefusalCode {
    /// Whether people can mend it in the form that they sent.
    var isOfForm: Bool {
        switch self {
        case .invalidValue, .requiredParameter, .csrInvalid, .invalidOrderState,
            .requestAlreadyProcessed, .duplicateNotAllowed, .productNotAllowed,
            .certificateExceedsOrder, .insufficientFunds:
            true
        default: false
        }
    }
}
