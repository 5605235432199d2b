extension EndpointCatalog {
    static let audit: [Operation] = [Endpoint.listAuditEntries.operation]
}

extension Endpoint where Body == NoBody, Answer == AuditEntryList {
    public static var listAuditEntries: Self {
        Self(.get, "/audit-log", "List what was changed, by whom")
    }
}
