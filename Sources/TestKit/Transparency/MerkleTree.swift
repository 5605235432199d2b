import Crypto

/// A tree over entries, as a log keeps it (RFC 6962 section 2.1). For a few entries: everything is
/// computed anew each time.
package struct MerkleTree: Sendable {
    private var leaves: [[UInt8]] = []

    package init() {}

    package var count: Int { leaves.count }

    /// Returns the entry's place.
    package mutating func append(_ entry: [UInt8]) -> Int {
        leaves.append(Self.hash(leaf: entry))
        return leaves.count - 1
    }

    package func place(ofLeaf hash: [UInt8]) -> Int? { leaves.firstIndex(of: hash) }

    package var root: [UInt8] { Self.root(of: leaves[...]) }

    /// The hashes that lead from an entry to the root (section 2.1.1).
    package func path(from place: Int) -> [[UInt8]] { Self.path(from: place, in: leaves[...]) }

    package static func hash(leaf entry: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: [0] + entry))
    }

    /// The root that a path leads to (RFC 9162 section 2.1.3.2, in plain words).
    package static func root(
        from leaf: [UInt8], at place: Int, of count: Int, along path: [[UInt8]]
    ) -> [UInt8] {
        guard count > 1, let last = path.last else { return leaf }
        let half = half(of: count)
        let rest = Array(path.dropLast())
        return place < half
            ? hash(root(from: leaf, at: place, of: half, along: rest), last)
            : hash(last, root(from: leaf, at: place - half, of: count - half, along: rest))
    }

    private static func root(of leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        switch leaves.count {
        case 0: return Array(SHA256.hash(data: [UInt8]()))
        case 1: return leaves.first ?? []
        default:
            let half = half(of: leaves.count)
            return hash(root(of: leaves.prefix(half)), root(of: leaves.dropFirst(half)))
        }
    }

    private static func path(from place: Int, in leaves: ArraySlice<[UInt8]>) -> [[UInt8]] {
        guard leaves.count > 1 else { return [] }
        let half = half(of: leaves.count)
        return place < half
            ? path(from: place, in: leaves.prefix(half)) + [root(of: leaves.dropFirst(half))]
            : path(from: place - half, in: leaves.dropFirst(half)) + [root(of: leaves.prefix(half))]
    }

    /// The largest power of two below.
    private static func half(of count: Int) -> Int {
        var half = 1
        while half * 2 < count { half *= 2 }
        return half
    }

    private static func hash(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: [1] + left + right))
    }
}
