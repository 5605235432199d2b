extension Transaction {
    /// Lets `body` add rows in any order: what they point to is checked at the end.
    func withoutForeignKeys<Value>(_ dialect: Dialect, _ body: () throws -> Value) throws -> Value {
        switch dialect {
        case .sqlite:
            // Until the commit, which checks them.
            try run("PRAGMA defer_foreign_keys = ON", [])
            return try body()
        case .postgres:
            let keys = try foreignKeys()
            for key in keys {
                try run("ALTER TABLE \(key.table) DROP CONSTRAINT \(key.name)", [])
            }
            let value = try body()
            for key in keys {
                try run(
                    "ALTER TABLE \(key.table) ADD CONSTRAINT \(key.name) \(key.definition)", [])
            }
            return value
        }
    }

    private func foreignKeys() throws -> [(table: String, name: String, definition: String)] {
        try rows(
            """
            SELECT c.relname, k.conname, pg_get_constraintdef(k.oid)
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
            WHERE k.contype = 'f' AND k.connamespace = to_regnamespace(current_schema()::text)
            ORDER BY c.relname, k.conname
            """, []
        ) { ($0.text(), $0.text(), $0.text()) }
    }
}
