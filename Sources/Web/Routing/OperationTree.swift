import HTTPTypes
package import Hummingbird

/// The operations of a face by the segments of their paths, literal ones first, as the router has
/// them.
///
/// The router goes through a path letter by letter, and through a layer of its own for each thing
/// that stands around a route. Both together took a sixth of a short answer; here, a segment is
/// looked up whole.
package struct OperationTree: Sendable {
    package typealias Handler =
        @Sendable (Hummingbird.Request, CallContext, [String: String]) async throws -> Response

    package struct Operation: Sendable {
        /// As the router would name it: requests are counted under it.
        package let route: String
        package let handle: Handler
        let template: PathTemplate
    }

    private struct Node {
        var literals: [String: Int] = [:]
        var parameter: Int?
        var operations: [HTTPRequest.Method: Operation] = [:]
    }

    /// The first is the root.
    private var nodes = [Node()]

    mutating func add(
        _ template: PathTemplate, _ method: HTTPRequest.Method, route: String,
        _ handle: @escaping Handler
    ) {
        var place = 0
        for literal in template.literals {
            let known = literal.map { nodes[place].literals[$0] } ?? nodes[place].parameter
            if let known {
                place = known
                continue
            }
            if let literal {
                nodes[place].literals[literal] = nodes.count
            } else {
                nodes[place].parameter = nodes.count
            }
            place = nodes.count
            nodes.append(Node())
        }
        nodes[place].operations[method] = Operation(
            route: route, handle: handle, template: template)
    }

    /// The operation at a path, with what the path says. Nil where the router has to look: there is
    /// none, or none with this method.
    package func operation(
        for request: Hummingbird.Request
    ) -> (Operation, segments: [String: String])? {
        let path = request.uri.path
        var place = 0
        var parameters: [Substring] = []
        for segment in path.utf8.split(separator: UInt8(ascii: "/")) {
            let segment = Substring(segment)
            if let literal = nodes[place].literals[String(segment)] {
                place = literal
            } else if let parameter = nodes[place].parameter {
                parameters.append(segment)
                place = parameter
            } else {
                return nil
            }
        }
        guard let operation = nodes[place].operations[request.method] else { return nil }
        return (operation, operation.template.values(parameters))
    }
}
