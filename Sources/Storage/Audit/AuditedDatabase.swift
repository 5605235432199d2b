package import Foundation
package import OrderCore
import Synchronization

/// A database whose every write leaves an entry in the audit log, in the same transaction.
///
/// It reads what changes from the statements themselves (``ChangingStatement``), so that no desk
/// can forget: a change of a table that is audited, by nobody, is not committed, and neither is one
/// by a statement that cannot be read. See `docs/audit.md`.
package final class AuditedDatabase: Database {
    private let inner: any Database
    private let witness: any AuditWitness
    /// Who makes changes in tasks that name nobody: for tests only.
    private let standIn: Author?
    private let book = Mutex<AuditBook?>(nil)
    private let written = Written()

    package init(_ inner: any Database, witness: any AuditWitness, standIn: Author? = nil) {
        self.inner = inner
        self.witness = witness
        self.standIn = standIn
    }

    package var dialect: Dialect { inner.dialect }

    /// Whether entries were written that may wait to be sealed.
    package var hasWritten: Bool { written.isSet.withLock { $0 } }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await inner.read(body)
    }

    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await inner.write(try await audited(body))
    }

    package func writeGuarded<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await inner.writeGuarded(try await audited(body))
    }

    package func writeNew<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> Value {
        try await inner.writeNew(try await audited(body))
    }

    package func close() async throws {
        try await inner.close()
    }

    private func audited<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> @Sendable (any Transaction) throws -> Value {
        let author = Author.current ?? standIn
        let book = try await knownBook()
        let witness = witness
        try await witness.prepare(inner)
        return { [written] tx in
            let audited = AuditedTransaction(tx, book: book)
            let value = try body(audited)
            let told = audited.changes.told
            guard let subject = audited.changes.subject(in: told) else { return value }
            guard let author else { throw AuditProblem.nobody(operation: subject.table) }
            // What is nobody's else is the owner's: the CA, and the installation itself.
            let accountID =
                try author.accountID ?? audited.accountID ?? tx.rootAccount()?.id.rawValue
            let entry = NewAuditEntry(
                at: witness.now, author: author, accountID: accountID,
                object: AuditedTables.object(subject.table), objectID: subject.id,
                changes: audited.changes.text(told))
            try tx.post(entry, code: try witness.code(of: entry.octets))
            written.isSet.withLock { $0 = true }
            return value
        }
    }

    private func knownBook() async throws -> AuditBook {
        if let known = book.withLock({ $0 }) { return known }
        let made = AuditBook(try await inner.read { [dialect] in try $0.tables(dialect) })
        book.withLock { $0 = made }
        return made
    }
}

private final class Written: Sendable {
    let isSet = Mutex(false)
}

/// Who vouches for entries: gives each a code that only those with the installation's secret can
/// work out.
package protocol AuditWitness: Sendable {
    var now: Date { get }

    /// Called before each write; reads the key when it is first needed.
    func prepare(_ database: any Database) async throws

    func code(of octets: [UInt8]) throws -> [UInt8]
}
