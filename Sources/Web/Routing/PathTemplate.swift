import Foundation
import Hummingbird

/// A path with parameters in braces, as endpoints write it.
///
/// The router knows parameters by their place, not by their name: two operations may name the same
/// place differently (`/order/certificate/{product_name_id}`, `/order/certificate/{order_id}`).
struct PathTemplate: Sendable {
    private let segments: [Segment]

    private enum Segment {
        case literal(String)
        case parameter(name: String, place: String)
    }

    init(_ template: String) {
        segments = template.split(separator: "/").enumerated().map { index, text in
            text.hasPrefix("{")
                ? .parameter(name: String(text.dropFirst().dropLast()), place: "p\(index)")
                : .literal(String(text))
        }
    }

    var routerPath: RouterPath {
        RouterPath(
            segments.map { segment in
                switch segment {
                case .literal(let text): "/" + text
                case .parameter(_, let place): "/:" + place
                }
            }.joined())
    }

    func values(_ parameters: Parameters) -> [String: String] {
        var values: [String: String] = [:]
        for case .parameter(let name, let place) in segments {
            values[name] = Self.decoded(Substring(parameters.get(place) ?? ""))
        }
        return values
    }

    /// - Parameter parameters: what stands in the places of the parameters, in their order.
    func values(_ parameters: [Substring]) -> [String: String] {
        var values: [String: String] = [:]
        var left = parameters[...]
        for case .parameter(let name, _) in segments {
            values[name] = left.popFirst().map(Self.decoded)
        }
        return values
    }

    private static func decoded(_ raw: Substring) -> String {
        let text = String(raw)
        return text.utf8.contains(UInt8(ascii: "%")) ? text.removingPercentEncoding ?? text : text
    }

    /// The literals in the order of the segments; nil stands for a parameter.
    var literals: [String?] {
        segments.map { segment in
            if case .literal(let text) = segment { text } else { nil }
        }
    }

    /// For each segment 1 where it is literal, else 0: the greater, the closer a match.
    var literalPlaces: [Int] {
        segments.map { segment in
            if case .literal = segment { 1 } else { 0 }
        }
    }

    /// Whether a path has the shape of this template.
    func matches(_ path: [Substring]) -> Bool {
        path.count == segments.count
            && zip(segments, path).allSatisfy { segment, text in
                switch segment {
                case .literal(let literal): literal == text
                case .parameter: true
                }
            }
    }
}
