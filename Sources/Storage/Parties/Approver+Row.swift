package import OrderCore

extension Approver {
    /// What a user is called now counts, not what it was called then.
    fileprivate static let columns = """
        v.id, v.organization_id, v.types, v.user_id, coalesce(u.first_name, v.first_name), \
        coalesce(u.last_name, v.last_name), coalesce(u.email, v.email), \
        CASE WHEN u.id IS NULL THEN v.job_title ELSE u.job_title END, \
        CASE WHEN u.id IS NULL THEN v.telephone ELSE u.telephone END
        """

    fileprivate init(row: inout Columns) {
        let (id, organization): (ID<Approver>, ID<Organization>) = (row.id(), row.id())
        let types = row.lines().compactMap(ValidationType.init(rawValue:))
        self.init(
            id: id, organizationID: organization,
            person: Person(
                userID: row.idIfPresent(), firstName: row.text(), lastName: row.text(),
                email: row.text(), jobTitle: row.textIfPresent(), telephone: row.textIfPresent()),
            types: types)
    }
}

extension Transaction {
    /// Those of all organizations on a page at once, in the order in which they were named.
    package func approvers(
        of ids: [ID<Organization>]
    ) throws -> [ID<Organization>: [Approver]] {
        guard !ids.isEmpty else { return [:] }
        var conditions = Conditions()
        conditions.add("v.organization_id {}", among: ids)
        var found: [ID<Organization>: [Approver]] = [:]
        try each(
            """
            SELECT \(Approver.columns)
            FROM verified_contacts v LEFT JOIN users u ON u.id = v.user_id\
            \(conditions.clause) ORDER BY v.id
            """, conditions.values
        ) { row in
            let approver = Approver(row: &row)
            found[approver.organizationID, default: []].append(approver)
        }
        return found
    }

    package func insert(
        _ person: Approver.Person, _ types: [ValidationType], of id: ID<Organization>
    ) throws {
        let _: ID<Approver> = try insert(
            """
            INSERT INTO verified_contacts (id, organization_id, user_id, types, first_name,
              last_name, email, job_title, telephone)
            VALUES ({next verified_contacts}, $1, $2, $3, $4, $5, $6, $7, $8) RETURNING id
            """,
            [
                .id(id), .id(person.userID), .lines(types.map(\.rawValue)),
                .text(person.firstName), .text(person.lastName), .text(person.email),
                .text(person.jobTitle), .text(person.telephone),
            ])
    }

    package func save(_ types: [ValidationType], of id: ID<Approver>) throws {
        try run(
            "UPDATE verified_contacts SET types = $2 WHERE id = $1",
            [.id(id), .lines(types.map(\.rawValue))])
    }
}
