/// Why a body could not be read, in words fit for the one who sent it.
public enum WireProblem: Error, Equatable, Sendable {
    /// Not JSON at all.
    case malformed
    /// Objects and arrays in one another beyond ``WireDecoder/depthMax``.
    case tooDeep(depthMax: Int)
    /// A member that stands twice in one object.
    case repeated(String)
    /// A member of the wrong type; the path is dotted, as in `certificate.dns_names`.
    case invalid(path: String, expected: String)
    /// A member that the type cannot do without. Bodies have none such; answers do.
    case missing(path: String)
}

extension WireProblem {
    init(_ error: any Error) {
        switch error as? DecodingError {
        case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
            self = .invalid(path: context.codingPath.dotted, expected: Self.phrase(for: type))
        case .keyNotFound(let key, let context):
            self = .missing(path: (context.codingPath + [key]).dotted)
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            self = .invalid(path: context.codingPath.dotted, expected: "a value within range")
        case .dataCorrupted, nil:
            self = .malformed
        @unknown default:
            self = .malformed
        }
    }

    private static func phrase(for type: any Any.Type) -> String {
        switch type {
        case is any BinaryInteger.Type: "a whole number"
        case is any BinaryFloatingPoint.Type: "a number"
        case is String.Type: "a string"
        case is Bool.Type: "true or false"
        case is [String].Type: "an array of strings"
        case is [Any].Type: "an array"
        case is Timestamp.Type: "a time such as 2019-04-30T18:02:50+00:00"
        case is SpacedTimestamp.Type: "a time such as 2019-04-30 18:02:50"
        case is Day.Type: "a day such as 2019-04-30"
        default: "an object"
        }
    }
}

extension [any CodingKey] {
    fileprivate var dotted: String {
        map { key in key.intValue.map(String.init) ?? key.stringValue }.joined(separator: ".")
    }
}
