import APIModels

/// The description of the API in OpenAPI 3.1.
struct OpenAPIDocument {
    let operations: [OperationDescription]
    let book: SchemaBook
    let overview: Overview

    func bytes() throws -> [UInt8] {
        // Paths first: making them fills the book.
        let paths = try paths()
        let document = JSON.object([
            ("openapi", .text("3.1.0")),
            ("info", info),
            ("servers", .array([.object([("url", .text(EndpointCatalog.root))])])),
            ("security", .array([.object([("key", .array([]))])])),
            ("tags", .array(areas.map { .object([("name", .text($0))]) })),
            ("paths", .object(paths)),
            ("components", components),
        ])
        return try WireEncoder().encode(document)
    }

    private var info: JSON {
        .object([
            ("title", .text(overview.title)),
            ("version", .text(overview.version)),
            ("description", .text(overview.notes.joined(separator: "\n\n"))),
            (
                "license",
                .object([("name", .text("Apache 2.0")), ("identifier", .text("Apache-2.0"))])
            ),
        ])
    }

    private var areas: [String] {
        operations.map(\.area).reduce(into: []) { areas, area in
            if areas.last != area { areas.append(area) }
        }
    }

    /// Operations that differ in their method alone stand under one path. Where they name its
    /// parameters differently, these have all of the names: to OpenAPI it is one path.
    private func paths() throws -> [(String, JSON)] {
        let shapes = Dictionary(grouping: operations) { $0.path.replacing(/\{[^}]*\}/, with: "{}") }
        var described: Set<String> = []
        return try operations.compactMap { operation in
            let shape = operation.path.replacing(/\{[^}]*\}/, with: "{}")
            guard described.insert(shape).inserted, let siblings = shapes[shape] else { return nil }
            let path = Self.path(named: siblings.map(\.path))
            let item = try siblings.map { sibling in
                (
                    sibling.method.rawValue.lowercased(),
                    try OperationObject(operation: sibling, path: path, book: book).json()
                )
            }
            return (path, .object(item))
        }
    }

    private static func path(named paths: [String]) -> String {
        let all = paths.map { $0.split(separator: "/") }
        return all[0].indices.map { index in
            let names = all.map { String($0[index].drop { $0 == "{" }.prefix { $0 != "}" }) }
            let name = names.reduce(into: [String]()) { unique, name in
                if !unique.contains(name) { unique.append(name) }
            }.joined(separator: "_or_")
            return all[0][index].hasPrefix("{") ? "/{\(name)}" : "/" + name
        }.joined()
    }

    private var components: JSON {
        .object([
            (
                "schemas",
                .object(
                    book.objects.sorted { $0.key < $1.key }.map { name, members in
                        (name, Schema.object(members))
                    })
            ),
            ("responses", .object(Failure.all.map { ($0.name, $0.json) })),
            (
                "securitySchemes",
                .object([
                    (
                        "key",
                        .object([
                            ("type", .text("apiKey")), ("in", .text("header")),
                            ("name", .text("X-DC-DEVKEY")),
                        ])
                    )
                ])
            ),
        ])
    }
}
