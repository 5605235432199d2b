/// An endpoint without its types: what a router matches on.
public struct Signature: Hashable, Sendable, CustomStringConvertible {
    public let method: Method
    public let path: String

    public init(method: Method, path: String) {
        self.method = method
        self.path = path
    }

    public var description: String { "\(method.rawValue) \(path)" }
}
