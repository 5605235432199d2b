import PostgresDriver
import Storage
import TestKit
import Testing

/// A role that may read and write the tables, and neither owns nor makes any.
@Suite(.enabled(if: Engine.isPostgresMeant))
struct LeastRoleTests {
    @Test("it serves on the tables that their owner has made, and makes none")
    func serve() async throws {
        let schema = try PostgresCluster.shared.get().newSchema()
        let role = schema.name + "_reader"
        let owner = try PostgresDatabase(url: schema.url)
        try await owner.write { tx in
            for statement in ["CREATE SCHEMA \(schema.name)", "CREATE ROLE \(role)"] {
                try tx.run(statement, [])
            }
        }
        let least = try PostgresDatabase(url: schema.url + "%20-crole%3D\(role)")
        await #expect(throws: (any Error).self) { try await least.migrate() }
        try await owner.migrate()
        try await owner.write { tx in
            for right in [
                "USAGE ON", "SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN",
                "USAGE, UPDATE ON ALL SEQUENCES IN",
            ] { try tx.run("GRANT \(right) SCHEMA \(schema.name) TO \(role)", []) }
        }
        #expect(try await least.migrate() == [])
        let order = try await least.write { try $0.place(try $0.insertWorld()).order }
        #expect(try await least.read { try $0.order(order) } != nil)
        await #expect(throws: (any Error).self) {
            try await least.write { _ = try $0.run("CREATE TABLE more (id BIGINT)", []) }
        }
        try await least.close()
        try await owner.close()
    }
}
