/// The media types that a client would like (RFC 9110, section 12.5.1), by their weights.
package struct AcceptedTypes: Sendable {
    private struct Range {
        let type: Substring
        let weight: Double
    }

    private let ranges: [Range]

    /// - Parameter header: the value of `Accept`. A weight that is none counts as 1.
    package init(_ header: String?) {
        ranges = (header ?? "").lowercased().split(separator: ",").map { part in
            let parts = part.split(separator: ";").map(\.trimmed)
            let weight = parts.dropFirst().lazy.filter { $0.hasPrefix("q=") }
                .compactMap { Double($0.dropFirst(2)) }.first
            return Range(type: parts.first ?? "", weight: weight ?? 1)
        }
    }

    /// Whether the client would rather have `type` than `usual`, which it gets otherwise. Of two
    /// that it likes as well, the one that it names first.
    package func prefer(_ type: String, to usual: String = "application/json") -> Bool {
        guard let place = place(of: type), ranges[place].weight > 0 else { return false }
        guard let other = self.place(of: usual) else { return true }
        let (weight, usualWeight) = (ranges[place].weight, ranges[other].weight)
        return weight == usualWeight ? place < other : weight > usualWeight
    }

    /// Of the ranges that hold a type, the narrowest.
    private func place(of type: String) -> Int? {
        let group = type.prefix { $0 != "/" }
        return ranges.firstIndex { $0.type == type }
            ?? ranges.firstIndex { $0.type == "\(group)/*" }
            ?? ranges.firstIndex { $0.type == "*/*" || $0.type == "*" }
    }
}
