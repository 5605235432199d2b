package import Foundation

/// A remark that somebody left on an order. It stays as it was written.
package struct Note: Equatable, Sendable {
    package let id: ID<Note>
    package let text: String
    package let createdAt: Date
    package let author: UserReference

    package init(id: ID<Note>, text: String, createdAt: Date, author: UserReference) {
        self.id = id
        self.text = text
        self.createdAt = createdAt
        self.author = author
    }

    package static let charactersMax = 4096
}
