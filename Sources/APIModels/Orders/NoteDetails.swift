/// A remark on an order, with who left it and when.
public struct NoteDetails: Codable, Equatable, Sendable {
    public var id: Int
    public var dateCreated: Timestamp
    public var text: String
    public var user: Person

    public init(id: Int, dateCreated: Timestamp, text: String, user: Person) {
        self.id = id
        self.dateCreated = dateCreated
        self.text = text
        self.user = user
    }

    enum CodingKeys: String, CodingKey {
        case id
        case dateCreated = "date_created"
        case text, user
    }
}
