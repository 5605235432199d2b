/// What became of one row.
public struct AuditChange: Codable, Equatable, Sendable {
    public var object: AuditObject
    /// `added`, `changed` or `removed`.
    public var action: String
    public var members: [AuditMember]

    public init(object: AuditObject, action: String, members: [AuditMember]) {
        self.object = object
        self.action = action
        self.members = members
    }

    enum CodingKeys: String, CodingKey {
        case object, action, members
    }
}

/// One value, before and after; absent where there was none.
public struct AuditMember: Codable, Equatable, Sendable {
    public var name: String
    public var before: String?
    public var after: String?

    public init(name: String, before: String?, after: String?) {
        self.name = name
        self.before = before
        self.after = after
    }

    enum CodingKeys: String, CodingKey {
        case name, before, after
    }
}
