extension AuditEntryList: TableAnswer {
    /// A row for each value that changed.
    public var table: CSVTable {
        CSVTable(
            columns: [
                "id", "date", "operation", "author.type", "author.name", "author.user_id",
                "author.api_key_id", "object.type", "object.id", "request_id", "ip_address",
                "change.object.type", "change.object.id", "change.action", "member.name",
                "member.before", "member.after",
            ], rows: entries.flatMap(\.rows))
    }
}

extension AuditEntryDetails {
    fileprivate var rows: [[String]] {
        let start: [String] = [
            "\(id)", date.text, operation, author.type, author.name, author.userID.text,
            author.apiKeyID.text, object.type, object.id.text, requestID ?? "", ipAddress ?? "",
        ]
        return changes.flatMap { change in
            change.members.map { member in
                start + [
                    change.object.type, change.object.id.text, change.action, member.name,
                    member.before ?? "", member.after ?? "",
                ]
            }
        }
    }
}
