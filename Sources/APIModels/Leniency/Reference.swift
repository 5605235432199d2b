/// Something named by its id: `{"id": 15}`, in bodies also the bare `15` or `"15"`.
public struct Reference: Codable, Equatable, Sendable {
    @LenientID public var id: Int?

    public init(id: Int? = nil) {
        self.id = id
    }

    public init(from decoder: any Decoder) throws {
        if let object = try? decoder.container(keyedBy: CodingKeys.self) {
            _id = try object.decode(LenientID.self, forKey: .id)
        } else {
            _id = try LenientID(from: decoder)
        }
    }

    enum CodingKeys: String, CodingKey {
        case id
    }
}
