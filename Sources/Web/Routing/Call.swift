import APIModels
package import OrderCore
package import Registration

/// One call of an operation: who asks, what was sent, and where in the path and query.
package struct Call<Body: Sendable>: Sendable {
    package let caller: Caller
    package let body: Body
    package let query: Query
    let segments: [String: String]

    /// A parameter of the path.
    package func text(_ name: String) -> String { segments[name] ?? "" }

    /// An id in the path. What cannot be one names nothing that exists.
    package func id<Entity>(_ name: String, of thing: RefusalCode.Thing) throws -> ID<Entity> {
        guard let value = Int64(text(name)), value > 0 else { throw Refusal.notFound(thing) }
        return ID(value)
    }
}
