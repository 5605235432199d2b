import CExchange
package import Foundation

/// A folder of sealed keys as a whole.
package struct SealedFolder {
    private let folder: URL

    package init(_ folder: URL) {
        self.folder = folder
    }

    /// Under what the keys are sealed, as the first says that can be read.
    package var form: SecretForm? {
        // What cannot be read is told of where it is opened.
        let files = (try? SealedFileKeeper.files(in: folder)) ?? []
        return files.sorted { $0.path < $1.path }.lazy.compactMap { file in
            // As above.
            try? SealedKey(Array(Data(contentsOf: file)), path: file.path).form
        }.first
    }

    /// Seals all keys again under another secret. Returns how many there are.
    ///
    /// They are sealed into a folder beside this one, opened from there and compared, and only then
    /// do the two folders change places, in one step of the file system: at every moment the folder
    /// is whole under the one secret or under the other. Run again after an interruption, it goes
    /// on; where all is done, it does nothing.
    package func reseal(from old: SealingSecret, to new: SealingSecret) async throws -> Int {
        let draft = folder.deletingLastPathComponent()
            .appending(path: folder.lastPathComponent + Self.draftSuffix)
        let before = try SealedFileKeeper(whatOpensIn: folder, secret: old)
        // Perhaps it was done, and only the end was not seen; or somebody who had the old secret
        // wrote since.
        let done = try SealedFileKeeper(whatOpensIn: folder, secret: new)
        guard before.strangers.isDisjoint(with: done.strangers) else {
            throw before.firstStranger ?? KeeperProblem.damaged(path: draft.path)
        }
        let known = try await (before.keys() + done.keys()).map(\.identifier)
        try takeOver(draft, under: old, sealedAs: new, except: Set(known))
        let doneKeys = try await done.keys()
        if done.strangers.isEmpty, !doneKeys.isEmpty {
            try remove(draft)
            return doneKeys.count
        }
        try remove(draft)
        try DurableFolder.make(draft)
        let keys = Set(try await before.keys()).union(doneKeys)
        try done.write(to: draft, sealedAs: new)
        try before.write(
            to: draft, sealedAs: new, except: Set(doneKeys.map(\.identifier)))
        guard try await Set(SealedFileKeeper(folder: draft, secret: new).keys()) == keys else {
            throw KeeperProblem.damaged(path: draft.path(percentEncoded: false))
        }
        try exchange(folder, draft)
        // What a server wrote while the draft was made.
        try SealedFileKeeper(whatOpensIn: draft, secret: old)
            .write(to: folder, sealedAs: new, except: Set(keys.map(\.identifier)))
        try DurableFolder.sync(folder.deletingLastPathComponent())
        try remove(draft)
        return keys.count
    }

    /// Where a run was killed just after the folders had changed places, what a server wrote just
    /// before is in the draft alone. All else that is there is in the folder, too.
    private func takeOver(
        _ draft: URL, under old: SealingSecret, sealedAs new: SealingSecret,
        except known: Set<KeyIdentifier>
    ) throws {
        // A draft that was not finished may have half a file, and nothing that the folder lacks.
        let left = try? SealedFileKeeper(whatOpensIn: draft, secret: old)
        try left?.write(to: folder, sealedAs: new, except: known)
    }

    static let draftSuffix = ".resealed"

    private func exchange(_ one: URL, _ other: URL) throws {
        let code = chancery_exchange(
            one.path(percentEncoded: false), other.path(percentEncoded: false))
        guard code == 0 else { throw FileProblem(folder) }
    }

    private func remove(_ folder: URL) throws {
        guard FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) else {
            return
        }
        try FileManager.default.removeItem(at: folder)
    }
}
