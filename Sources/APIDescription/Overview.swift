/// What is said of the API as a whole.
package struct Overview: Sendable {
    package let title: String
    /// That of the API.
    package let version = "2"
    /// Where the outside finds the installation: `http://127.0.0.1:8080`.
    package let origin: String
    /// Paragraphs.
    package let notes: [String]

    package init(origin: String) {
        title = "Chancery"
        self.origin = origin
        notes = Self.notes
    }

    private static let notes = [
        "Every request shows its key in `X-DC-DEVKEY`. Bodies and answers are JSON.",
        """
        Answers leave out what is absent, and members may be added. Every answer has \
        `X-Request-ID`. A refusal is `{"errors":[{"code":"…","message":"…"}],"request_id":"…"}`.
        """,
        """
        A `POST` with an `Idempotency-Key` is carried out once, however often it is sent. Lists \
        take `limit`, `offset` or `cursor`, `sort=a,-b` and `filters[property]=value`; several \
        values of one property as `filters[property][0]=value`.
        """,
        """
        More is taken than is described here: numbers in quotes and texts without, `1` and `"1"` \
        for `true`, `null`, `""` and `{}` for what is left out, members that are unknown.
        """,
    ]
}
