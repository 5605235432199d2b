/// Who makes changes, and from where: what the audit log says of each.
///
/// It goes along with the task. The faces set it for a request, the services for their workers, the
/// command line for a command; desks neither know nor forget it.
package struct Author: Equatable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// A user of an account, through the API.
        case user
        /// Somebody without a user, who opened a link from a mail.
        case visitor
        /// Somebody at the CA's own machine.
        case `operator`
        /// The server itself, with work that waited.
        case worker
    }

    package let kind: Kind
    /// The user's name, or that of the account of the operating system, or of the worker.
    package let name: String
    /// What was asked for: `PUT /order/certificate/{order_id}/revoke`, `chancery key create`.
    package let operation: String
    package var accountID: Int64?
    package var userID: Int64?
    package var apiKeyID: Int64?
    package var source = Source()

    /// Where a request came from.
    package struct Source: Equatable, Sendable {
        package var requestID: String?
        /// The other end of the connection.
        package var address: String?
        /// Whom a proxy that is trusted names as the client.
        package var forwarded: String?

        package init(requestID: String? = nil, address: String? = nil, forwarded: String? = nil) {
            self.requestID = requestID
            self.address = address
            self.forwarded = forwarded
        }
    }

    package init(
        _ kind: Kind, name: String, operation: String, accountID: Int64? = nil,
        userID: Int64? = nil, apiKeyID: Int64? = nil, source: Source = Source()
    ) {
        self.kind = kind
        self.name = name
        self.operation = operation
        self.accountID = accountID
        self.userID = userID
        self.apiKeyID = apiKeyID
        self.source = source
    }

    package static func worker(_ name: String) -> Author {
        Author(.worker, name: name, operation: name)
    }

    /// Who is at work in this task; nobody may write without.
    @TaskLocal package static var current: Author?
}
