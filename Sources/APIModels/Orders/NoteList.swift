/// The remarks on an order, newest first.
public struct NoteList: Codable, Equatable, Sendable {
    public var notes: [NoteDetails]

    public init(notes: [NoteDetails]) {
        self.notes = notes
    }

    enum CodingKeys: String, CodingKey {
        case notes
    }
}
