package import OrderCore

extension AccountSettings {
    init(row: inout Columns) {
        self.init()
        adminEmails = row.lines()
        emergencyEmails = row.lines()
        for kind in LetterKind.allCases {
            guard let text = row.textIfPresent() else { continue }
            recipients[kind] = Set(
                text.split(separator: "\n").compactMap { LetterRecipient(rawValue: String($0)) })
        }
        tellsAdjustments = row.flag()
        managerID = row.idIfPresent()
    }

    /// Nobody is not the same as nothing said.
    private static let nobody = "nobody"

    fileprivate func column(_ kind: LetterKind) -> SQLValue {
        guard let chosen = recipients[kind] else { return .null }
        let words = LetterRecipient.allCases.filter(chosen.contains).map(\.rawValue)
        return .lines(words.isEmpty ? [Self.nobody] : words)
    }
}

extension Transaction {
    package func settings(of account: ID<Account>) throws -> AccountSettings {
        try row(
            """
            SELECT admin_emails, emergency_emails, approval_recipients, rejection_recipients,
              renewal_recipients, tells_adjustments, manager_id
            FROM account_settings WHERE account_id = $1
            """, [.id(account)]
        ) { AccountSettings(row: &$0) } ?? AccountSettings()
    }

    package func save(_ settings: AccountSettings, of account: ID<Account>) throws {
        try post(
            """
            INSERT INTO account_settings
              (account_id, admin_emails, emergency_emails, approval_recipients,
               rejection_recipients, renewal_recipients, tells_adjustments, manager_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (account_id) DO UPDATE SET admin_emails = excluded.admin_emails,
              emergency_emails = excluded.emergency_emails,
              approval_recipients = excluded.approval_recipients,
              rejection_recipients = excluded.rejection_recipients,
              renewal_recipients = excluded.renewal_recipients,
              tells_adjustments = excluded.tells_adjustments, manager_id = excluded.manager_id
            """,
            [
                .id(account), .lines(settings.adminEmails), .lines(settings.emergencyEmails),
                settings.column(.approval), settings.column(.rejection),
                settings.column(.renewal), .flag(settings.tellsAdjustments),
                .id(settings.managerID),
            ])
    }

    /// Who looks after each of these accounts, as far as somebody does.
    package func managers(
        of accounts: [ID<Account>]
    ) throws -> [ID<Account>: UserReference] {
        guard !accounts.isEmpty else { return [:] }
        var conditions = Conditions()
        conditions.add("s.account_id {}", among: accounts)
        var found: [ID<Account>: UserReference] = [:]
        try each(
            """
            SELECT s.account_id, u.id, u.first_name, u.last_name, u.email
            FROM account_settings s JOIN users u ON u.id = s.manager_id\(conditions.clause)
            """, conditions.values
        ) { found[$0.id()] = UserReference(row: &$0) }
        return found
    }

    package func setChildName(_ name: String?, of account: ID<Account>) throws {
        try post(
            "UPDATE accounts SET child_name = $2 WHERE id = $1", [.id(account), .text(name)])
    }
}
