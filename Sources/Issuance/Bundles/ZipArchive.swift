package import Foundation

/// A zip file of stored entries (PKWARE APPNOTE 6.3.10, sections 4.3 to 4.5).
///
/// Nothing is compressed: certificates hardly shrink. The time is handed in and everything else is
/// fixed, so the same entries always give the same octets.
package struct ZipArchive: Sendable {
    /// What the format without its 64-bit records can count.
    package static let entriesMax = 65_534

    private struct Entry {
        let name: [UInt8]
        let checksum: UInt32
        let size: UInt32
        let offset: UInt32
    }

    private let time: DOSTime
    private var content = ZipRecord()
    private var entries: [Entry] = []

    /// An archive whose entries were all written at `time`, in UTC, to two seconds.
    package init(time: Date) {
        self.time = DOSTime(time)
    }

    /// Adds a file; names have `/` between folders.
    package mutating func add(_ name: String, _ octets: [UInt8]) {
        precondition(entries.count < Self.entriesMax, "too many entries for a zip file")
        let entry = Entry(
            name: Array(name.utf8), checksum: CRC32.checksum(of: octets),
            size: UInt32(octets.count), offset: UInt32(content.octets.count))
        content.append(UInt32(0x0403_4B50))
        append(entry, to: &content)
        content.append(entry.name)
        content.append(octets)
        entries.append(entry)
    }

    /// The whole file.
    package var octets: [UInt8] {
        var file = content
        let start = UInt32(file.octets.count)
        for entry in entries {
            file.append(UInt32(0x0201_4B50))
            // Made by UNIX, for the sake of the file modes below.
            file.append(UInt16(3 << 8 | 20))
            append(entry, to: &file)
            for _ in ["comment", "disk", "internal attributes"] { file.append(UInt16(0)) }
            file.append(UInt32(0o100644) << 16)
            file.append(entry.offset)
            file.append(entry.name)
        }
        let size = UInt32(file.octets.count) - start
        file.append(UInt32(0x0605_4B50))
        for _ in ["disk", "disk of directory"] { file.append(UInt16(0)) }
        for _ in ["on disk", "in all"] { file.append(UInt16(entries.count)) }
        file.append(size)
        file.append(start)
        file.append(UInt16(0))
        return file.octets
    }

    /// The fields that a local header and the directory have in common.
    private func append(_ entry: Entry, to record: inout ZipRecord) {
        record.append(UInt16(20))
        // Bit 11: names are UTF-8.
        record.append(UInt16(1 << 11))
        record.append(UInt16(0))
        record.append(time.time)
        record.append(time.date)
        record.append(entry.checksum)
        record.append(entry.size)
        record.append(entry.size)
        record.append(UInt16(entry.name.count))
        record.append(UInt16(0))
    }
}

/// Octets with numbers in little-endian order.
private struct ZipRecord: Sendable {
    private(set) var octets: [UInt8] = []

    mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { octets.append(contentsOf: $0) }
    }

    mutating func append(_ more: [UInt8]) { octets.append(contentsOf: more) }
}
