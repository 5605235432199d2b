/// The bytes of one JSON text while it is written.
///
/// Whether a comma is due is read off the last byte: none follows an opening bracket, and no
/// value ends in one.
///
/// A buffer lives within one call of ``WireEncoder/encode(_:)`` and no method calls back into
/// another's caller, so the checks for overlapping access are off: they cost a tenth of the time.
final class WireBuffer {
    @exclusivity(unchecked) private var start: UnsafeMutablePointer<UInt8>
    @exclusivity(unchecked) private var capacity: Int
    @exclusivity(unchecked) private(set) var count = 0
    @exclusivity(unchecked) private var closers: [UInt8] = []
    private var holes: [Hole] = []

    /// A nested container that writes elsewhere; one placeholder byte keeps its place here.
    private struct Hole {
        let offset: Int
        let content: WireBuffer
    }

    /// A point to fall back to when a value fails half-way.
    struct Mark {
        let count: Int
        let depth: Int
        let holes: Int
    }

    init(capacity: Int = 4096) {
        self.capacity = capacity
        start = .allocate(capacity: capacity)
    }

    deinit {
        start.deallocate()
    }

    var depth: Int { closers.count }
    var mark: Mark { Mark(count: count, depth: closers.count, holes: holes.count) }

    func rewind(to mark: Mark) {
        count = mark.count
        closers.removeLast(closers.count - mark.depth)
        holes.removeLast(holes.count - mark.holes)
    }

    /// Opens an object or array, unless the value at this depth has opened it before.
    func open(_ bracket: Bracket, at depth: Int) {
        guard closers.count == depth else { return }
        append(bracket.opening)
        closers.append(bracket.closing)
    }

    func close(downTo depth: Int) {
        while closers.count > depth {
            append(closers.removeLast())
        }
    }

    /// Writes the comma that the next member or element needs, if it needs one.
    func separate() {
        guard count > 0 else { return }
        let last = start[count - 1]
        if last != Bracket.object.opening && last != Bracket.array.opening {
            append(UInt8(ascii: ","))
        }
    }

    func reserveHole() -> WireBuffer {
        let hole = Hole(offset: count, content: WireBuffer(capacity: 256))
        append(UInt8(ascii: "0"))
        holes.append(hole)
        return hole.content
    }

    func finish() -> [UInt8] {
        close(downTo: 0)
        if count == 0 {
            append(static: "{}")
        }
        let written = UnsafeBufferPointer(start: start, count: count)
        guard !holes.isEmpty else { return Array(written) }
        var whole: [UInt8] = []
        var from = 0
        for hole in holes {
            whole += written[from..<hole.offset]
            whole += hole.content.finish()
            from = hole.offset + 1
        }
        whole += written[from...]
        return whole
    }

    func append(_ byte: UInt8) {
        reserve(1)
        start[count] = byte
        count += 1
    }

    func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        (start + count).update(from: source, count: bytes.count)
        count += bytes.count
    }

    func append(static text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Hands out room for exactly `length` bytes; the closure fills all of it.
    func append(length: Int, fill: (UnsafeMutablePointer<UInt8>) -> Void) {
        reserve(length)
        fill(start + count)
        count += length
    }

    private func reserve(_ more: Int) {
        if count + more > capacity {
            grow(toHold: count + more)
        }
    }

    @inline(never)
    private func grow(toHold needed: Int) {
        capacity = max(needed, capacity * 2)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: start, count: count)
        start.deallocate()
        start = larger
    }
}

extension WireBuffer {
    enum Bracket {
        case object
        case array

        var opening: UInt8 { self == .object ? UInt8(ascii: "{") : UInt8(ascii: "[") }
        var closing: UInt8 { self == .object ? UInt8(ascii: "}") : UInt8(ascii: "]") }
    }
}
