import APIModels

/// The API told in two ways, both made from its endpoints and wire types: for tools and for people.
package struct APIDescription: Sendable {
    /// OpenAPI 3.1, in JSON.
    package let openAPI: [UInt8]
    /// A page in HTML.
    package let page: String

    /// - Parameter limits: see ``SchemaBook``.
    package init(
        _ operations: [OperationDescription], _ overview: Overview, limits: [String: Int] = [:]
    ) throws {
        let book = SchemaBook(limits: limits)
        _ = book.schema(of: ErrorAnswer.self)
        openAPI = try OpenAPIDocument(operations: operations, book: book, overview: overview)
            .bytes()
        page = try ReferencePage(operations: operations, book: book, overview: overview).html
    }
}
