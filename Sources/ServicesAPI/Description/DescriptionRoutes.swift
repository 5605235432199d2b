import APIDescription
import APIModels
import Hummingbird
import OrderCore
import Synchronization
import Web

/// The description of the API, for tools and for people. Open to everyone: it says nothing of this
/// installation but where it is.
struct DescriptionRoutes {
    private let shelf: Shelf

    static let documentPath = EndpointCatalog.root + "/openapi.json"
    static let referencePath = "/docs"

    init(rights: [Signature: Right], origin: String) {
        shelf = Shelf(rights: rights, origin: origin)
    }

    func add(to router: Router<CallContext>) {
        let shelf = shelf
        router.get(RouterPath(Self.documentPath)) { request, _ in
            try shelf.pages().document.answer(to: request)
        }
        router.get(RouterPath(Self.referencePath)) { request, _ in
            try shelf.pages().reference.answer(to: request)
        }
    }

    private struct Pages {
        let document: Web.Page
        let reference: Web.Page

        init(_ description: APIDescription) {
            document = Page(contentType: "application/json", bytes: description.openAPI)
            reference = Page(
                contentType: "text/html; charset=utf-8", bytes: Array(description.page.utf8),
                // What the page needs is in it: its style, and nothing that runs.
                policy: "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
        }
    }

    /// Both are made when one is first asked for: a start need not wait for them.
    private final class Shelf: Sendable {
        private let rights: [Signature: Right]
        private let origin: String
        private let made = Mutex<Pages?>(nil)

        init(rights: [Signature: Right], origin: String) {
            self.rights = rights
            self.origin = origin
        }

        func pages() throws -> Pages {
            try made.withLock { made in
                if let made { return made }
                let pages = Pages(try ServicesDescription.make(rights: rights, origin: origin))
                made = pages
                return pages
            }
        }
    }
}
