/// The users on one page.
public struct UserList: Codable, Equatable, Sendable {
    public var users: [UserSummary]
    public var page: Page

    public init(users: [UserSummary], page: Page) {
        self.users = users
        self.page = page
    }

    enum CodingKeys: String, CodingKey {
        case users, page
    }
}
