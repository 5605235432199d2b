package import Foundation
import Synchronization

/// The log of every signature that this process makes with a CA's key.
///
/// A file of its own for each process, made with its first signature, in a folder beside the keys.
/// Each line is with the operating system before the signature is released, so the death of the
/// process loses none; it is on the disk within ``syncPause``, so that a placement need not wait
/// for a disk twice. What a loss of power may take, is said in decision 15.
package final class SigningLedger: Sendable {
    /// How long a line may wait to be synced to the disk.
    package static let syncPause = Duration.milliseconds(100)

    private let folder: URL
    private let name: String
    private let boot: String
    private let now: @Sendable () -> Date
    private let state = Mutex(State())

    private struct State {
        var file: Int32?
        var records = 0
        var hash: [UInt8] = []
        var synced = 0
        var told = 0
    }

    /// How far a log has got.
    package struct Mark: Equatable, Sendable {
        package let name: String
        package let records: Int
        package let hash: [UInt8]

        package init(name: String, records: Int, hash: [UInt8]) {
            self.name = name
            self.records = records
            self.hash = hash
        }

        package var text: String { "\(name) \(records) \(hash.hexadecimal)" }

        package init?(_ text: String) {
            let parts = text.split(separator: " ")
            guard parts.count == 3, let records = Int(parts[1]),
                let hash = [UInt8](hexadecimal: parts[2])
            else { return nil }
            self.init(name: String(parts[0]), records: records, hash: hash)
        }
    }

    /// - Parameters:
    ///   - name: no other log of the installation has it, on whatever node.
    ///   - boot: which start of the machine this is, as Linux names them.
    package init(
        folder: URL, name: String, boot: String = SigningLedger.boot,
        now: @escaping @Sendable () -> Date
    ) {
        self.boot = boot
        self.folder = folder
        self.name = name
        self.now = now
    }

    package static let fileExtension = "signings"

    private var path: String {
        folder.appending(path: "\(name).\(Self.fileExtension)").path(percentEncoded: false)
    }

    func note(_ signing: Signing) throws {
        try add(.signed(signing))
    }

    /// What was signed was not kept.
    func abandon(_ signing: Signing, because reason: String) throws {
        try add(.abandoned(digest: signing.digest, reason: reason))
    }

    private func add(_ event: LedgerRecord.Event) throws {
        do {
            try state.withLock { state in
                if state.file == nil { try open(&state) }
                try write(event, &state)
            }
        } catch {
            throw LedgerOutage(cause: error)
        }
    }

    private func open(_ state: inout State) throws {
        try DurableFolder.make(folder)
        let file = Foundation.open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw FileProblem(path) }
        state.file = file
        do {
            try write(.opened(name: name, boot: boot), &state)
            guard fsync(file) == 0 else { throw FileProblem(path) }
            state.synced = state.records
            try DurableFolder.sync(folder)
        } catch {
            // A log without its beginning is none; the next signature begins it.
            _ = Foundation.close(file)
            unlink(path)
            state = State()
            throw error
        }
    }

    /// Written in one call, at the end of the file. A line that could not be written whole is cut
    /// off again, and the signature is not released.
    private func write(_ event: LedgerRecord.Event, _ state: inout State) throws {
        guard let file = state.file else { return }
        let record = LedgerRecord(number: state.records, at: now(), event: event)
        let (text, hash) = record.line(after: state.hash)
        let octets = Array(text.utf8)
        let end = lseek(file, 0, SEEK_END)
        let count = octets.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
        guard count == octets.count else {
            // A disk that takes a part only is full, and leaves no error behind.
            let error = FileProblem(path, code: count < 0 ? errno : ENOSPC)
            _ = ftruncate(file, end)
            throw error
        }
        state.records += 1
        state.hash = hash
    }

    package var isUnsynced: Bool { state.withLock { $0.synced < $0.records } }

    /// Has the disk take what was written. Blocks as long as that takes.
    package func sync() throws {
        let (file, records) = state.withLock { ($0.file, $0.synced < $0.records ? $0.records : 0) }
        guard let file, records > 0 else { return }
        guard fdatasync(file) == 0 else { throw FileProblem(path) }
        state.withLock { $0.synced = max($0.synced, records) }
    }

    /// How far it has got on the disk, once: nil while there is nothing new to tell.
    package func newMark() throws -> Mark? {
        let mark = state.withLock { state -> Mark? in
            guard state.records > state.told else { return nil }
            state.told = state.records
            return Mark(name: name, records: state.records, hash: state.hash)
        }
        if mark != nil { try sync() }
        return mark
    }

    /// Ends the log in order.
    package func close() throws {
        try state.withLock { state in
            guard let file = state.file else { return }
            try write(.closed, &state)
            guard fsync(file) == 0 else { throw FileProblem(path) }
            state.synced = state.records
            _ = Foundation.close(file)
            state.file = nil
        }
    }

    package static var boot: String {
        // Elsewhere it is not known.
        let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
        return text?.split(whereSeparator: \.isNewline).first.map(String.init) ?? "unknown"
    }
}

/// The log cannot be written: nothing is signed until it can.
package struct LedgerOutage: Error, CustomStringConvertible {
    let cause: any Error

    package var description: String { "The log of signatures cannot be written: \(cause)" }
}
