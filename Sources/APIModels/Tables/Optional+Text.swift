extension Optional where Wrapped: CustomStringConvertible {
    /// For a field of a table: empty where there is nothing to tell.
    var text: String { map(\.description) ?? "" }
}
