/// The product that a voucher is good for.
public struct VoucherProduct: Codable, Equatable, Sendable {
    public var groupName: String?
    public var nameID: String
    public var name: String?

    public init(groupName: String? = nil, nameID: String, name: String? = nil) {
        self.groupName = groupName
        self.nameID = nameID
        self.name = name
    }

    enum CodingKeys: String, CodingKey {
        case groupName = "group_name"
        case nameID = "name_id"
        case name
    }
}
