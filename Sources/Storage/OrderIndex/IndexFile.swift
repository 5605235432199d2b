import Crypto
import Foundation

/// A file with all the cards as they were at one mark, so that a server that starts need not read
/// them from the database again.
///
/// It holds nothing else than the database. Frames of octets, each after its length: a header, what
/// many orders share, the drawers; at the end the SHA-256 of all of them. It is written beside the
/// old one, which it then replaces; one that is damaged, of another version or of another database
/// is passed over.
package struct IndexFile: Sendable {
    /// Counted up where the layout of the frames, or of a drawer, changes.
    private static let format = 1

    private let path: String
    let newToken: @Sendable () -> String

    /// - Parameter newToken: a word that no other file has.
    package init(path: String, newToken: @escaping @Sendable () -> String) {
        self.path = path
        self.newToken = newToken
    }

    struct Header: Codable {
        let format: Int
        /// The step of the schema: a later one may have changed orders without counting it.
        let schema: Int
        /// The database knows it as well (``Transaction/knowsIndexFile(_:)``).
        let token: String
        let mark: IndexMark
        let rowsPerDrawer: Int
        let orderDrawers: Int
        let requestDrawers: Int
    }

    private struct Shared: Codable {
        let kinds: [OrderCard.Kind]
        let holders: [OrderCard.Holder]
    }

    func write(_ cards: OrderCards, token: String) throws {
        let new = path + ".new"
        let file = try FrameWriter(path: new)
        let header = Header(
            format: Self.format, schema: Migration.all.count, token: token, mark: cards.mark,
            rowsPerDrawer: cards.measures.rowsPerDrawer, orderDrawers: cards.drawers.count,
            requestDrawers: cards.requests.drawers.count)
        let encoder = JSONEncoder()
        try file.put(try encoder.encode(header))
        try file.put(
            try encoder.encode(Shared(kinds: cards.kinds.values, holders: cards.holders.values)))
        for drawer in cards.drawers { try file.put(drawer.written) }
        for drawer in cards.requests.drawers { try file.put(drawer.written) }
        try file.end()
        guard rename(new, path) == 0 else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path])
        }
    }

    /// - Parameter isOurs: whether a file with this header can be used.
    /// - Returns: `nil` where there is no file, or none for us.
    func read(
        _ measures: OrderIndex.Measures, where isOurs: (Header) async throws -> Bool
    ) async throws -> OrderCards? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let file = try FrameReader(path: path)
        let decoder = JSONDecoder()
        let header = try decoder.decode(Header.self, from: Data(try file.next()))
        guard header.format == Self.format, header.schema == Migration.all.count,
            header.rowsPerDrawer == measures.rowsPerDrawer, try await isOurs(header)
        else { return nil }
        let shared = try decoder.decode(Shared.self, from: Data(try file.next()))
        var orders: [Drawer] = []
        for _ in 0..<header.orderDrawers { orders.append(try Drawer(octets: file.next())) }
        var requests: [RequestDrawer] = []
        for _ in 0..<header.requestDrawers {
            requests.append(try RequestDrawer(octets: file.next()))
        }
        try file.end()
        return OrderCards(
            mark: header.mark, measures, CardBooks(kinds: shared.kinds, holders: shared.holders),
            orders: orders, requests: requests)
    }
}

/// Writes frames to a new file, and what they come to.
private final class FrameWriter {
    private let handle: FileHandle
    private var digest = SHA256()

    init(path: String) throws {
        let options: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: path, contents: nil, attributes: options)
        else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path]) }
        handle = try FileHandle(forWritingTo: URL(filePath: path))
    }

    func put(_ frame: some Sequence<UInt8>) throws {
        let frame = Data(frame)
        var length = OctetWriter()
        length.put(UInt64(frame.count))
        for part in [Data(length.octets), frame] {
            digest.update(data: part)
            try handle.write(contentsOf: part)
        }
    }

    func end() throws {
        try handle.write(contentsOf: Data(digest.finalize()))
        try handle.close()
    }
}

/// Reads the frames of a file, and at its end whether they are what was written.
private final class FrameReader {
    private let handle: FileHandle
    private var digest = SHA256()
    private var left: UInt64

    init(path: String) throws {
        handle = try FileHandle(forReadingFrom: URL(filePath: path))
        left = try handle.seekToEnd()
        try handle.seek(toOffset: 0)
    }

    func next() throws -> [UInt8] {
        var length = OctetReader([UInt8](try octets(UInt64(MemoryLayout<UInt64>.size))))
        return [UInt8](try octets(try length.number()))
    }

    func end() throws {
        let sum = digest.finalize()
        guard left == SHA256.byteCount, try handle.readToEnd() == Data(sum) else {
            throw IndexFileProblem.damaged
        }
        try handle.close()
    }

    private func octets(_ count: UInt64) throws -> Data {
        guard count <= left, let octets = try handle.read(upToCount: Int(count)),
            octets.count == Int(count)
        else { throw IndexFileProblem.damaged }
        left -= count
        digest.update(data: octets)
        return octets
    }
}
