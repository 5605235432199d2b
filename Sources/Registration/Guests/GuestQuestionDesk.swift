package import Foundation
import OrderCore
import Storage

/// Where people without a user ask for an order, and where they are answered: by a letter, never on
/// the page.
package struct GuestQuestionDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package static let subjectCharactersMax = 255
    package static let emailCharactersMax = 254
    /// How many orders one letter tells of, the newest ones.
    package static let ordersMax = 10
    /// How long the link of a letter opens an order.
    package static let linkSeconds: TimeInterval = 3600
    /// How many letters about an order one address gets in an hour.
    package static let lettersMax = 5
    package static let lettersSeconds: TimeInterval = 3600
    /// How long nothing is looked for where nothing was found.
    package static let idleSeconds = 2

    /// Whether an account has this address for its guests.
    package func isDoor(_ token: String) async throws -> Bool {
        try await registry.database.read { try $0.account(guestToken: token) } != nil
    }

    /// Writes a question down. Returns whether there is such a door.
    package func ask(about subject: String, email: String, at token: String) async throws -> Bool {
        let now = registry.clock.now
        let subject = subject.trimmingSpaces.lowercased()
        let email = email.trimmingSpaces.lowercased()
        guard !subject.isEmpty, subject.count <= Self.subjectCharactersMax else {
            throw Refusal.invalid("order", "is no order number and no name")
        }
        guard EmailAddress.isPlausible(email), email.count <= Self.emailCharactersMax else {
            throw Refusal.invalid("email", "is no e-mail address")
        }
        return try await registry.database.write { tx in
            guard let account = try tx.account(guestToken: token) else { return false }
            try tx.insertGuestQuestion(subject, email: email, account: account, at: now)
            return true
        }
    }

    /// Answers what was asked. Returns how many questions that were.
    @discardableResult
    package func runOnce() async throws -> Int {
        guard try await registry.database.read({ try $0.hasGuestQuestions() }) else { return 0 }
        let registry = registry
        return try await registry.database.write { tx in
            let questions = try tx.takeGuestQuestions()
            for question in questions { try tx.answer(question, registry) }
            return questions.count
        }
    }
}

extension OrderFile {
    /// The people to whom the order may be shown: whoever placed it, and those named with it.
    var addresses: Set<String> {
        let named = [user.email, contacts.organization?.email, contacts.technical?.email]
        let all = named.compactMap(\.self) + order.settings.additionalEmails
        return Set(all.map { $0.lowercased() })
    }

    func admits(_ email: String) -> Bool {
        order.settings.allowsGuests && addresses.contains(email)
    }
}

extension Transaction {
    /// Whatever was asked: a letter where there is something to show, else nothing at all.
    fileprivate func answer(_ question: GuestQuestion, _ registry: Registry) throws {
        let now = registry.clock.now
        // The account may have shut its door meanwhile.
        guard try guestToken(of: question.accountID) != nil else { return }
        let files = try orders(question).filter { file in
            guard file.order.accountID == question.accountID, file.admits(question.email) else {
                return false
            }
            let start = now.addingTimeInterval(-GuestQuestionDesk.lettersSeconds)
            return try guestVisits(to: file.order.id, email: question.email, since: start)
                < GuestQuestionDesk.lettersMax
        }
        guard !files.isEmpty else { return }
        let end = now.addingTimeInterval(GuestQuestionDesk.linkSeconds)
        let links = try files.map { file in
            let link = registry.tokens.apiKey()
            try insertGuestVisit(
                to: file.order.id, email: question.email, linkHash: APIKeyHash.hash(link),
                at: now, until: end)
            return """
                \(file.order.id) for \(file.certificate.content.commonName):

                  \(registry.publication.pagesURL)/visit/\(link)
                """
        }
        try insert(
            NewMessage(
                accountID: question.accountID, about: files[0].order.id,
                recipient: question.email, subject: "Your certificate orders",
                body: """
                    Somebody asked to see certificate orders that name this address. These links
                    open them, once each, until \(end.formatted(.iso8601)).

                    \(links.map { "Order " + $0 }.joined(separator: "\n\n"))

                    If you did not ask, do nothing, and do not hand this letter on.
                    """,
                createdAt: now))
    }

    private func orders(_ question: GuestQuestion) throws -> [OrderFile] {
        let number = Int64(question.subject)
        let ids =
            try number.map { [ID<Order>($0)] }
            ?? guestOrders(
                certifying: question.subject, in: question.accountID,
                max: GuestQuestionDesk.ordersMax)
        return try ids.compactMap { try orderFile($0) }
    }
}
