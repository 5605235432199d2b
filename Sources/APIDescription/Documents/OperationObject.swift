import APIModels

/// One operation as OpenAPI has it.
struct OperationObject {
    let operation: OperationDescription
    /// The path under which it stands, whose parameters may have other names.
    let path: String
    let book: SchemaBook

    func json() throws -> JSON {
        var members: [(String, JSON)] = [
            ("operationId", .text(operation.id)),
            ("tags", .texts([operation.area])),
            ("summary", .text(operation.operation.summary)),
            ("description", .text("Needs the right `\(operation.right)`.")),
        ]
        let parameters = operation.allParameters.map(parameter)
        if !parameters.isEmpty { members.append(("parameters", .array(parameters))) }
        if operation.takesBody { members.append(("requestBody", try body())) }
        members.append(("responses", .object(try responses())))
        return .object(members)
    }

    private func parameter(_ parameter: OperationDescription.Parameter) -> JSON {
        var members: [(String, JSON)] = [
            ("name", .text(renamed(parameter))),
            ("in", .text(parameter.place.rawValue)),
        ]
        if parameter.place == .path { members.append(("required", .flag(true))) }
        members.append(("description", .text(parameter.note)))
        if case .members = parameter.schema {
            members += [("style", .text("deepObject")), ("explode", .flag(true))]
        }
        members.append(("schema", parameter.schema.json))
        if let sample = parameter.sample {
            members.append(("example", Int(sample).map(JSON.whole) ?? .text(sample)))
        }
        return .object(members)
    }

    private func renamed(_ parameter: OperationDescription.Parameter) -> String {
        guard parameter.place == .path else { return parameter.name }
        let pair = zip(operation.path.split(separator: "/"), path.split(separator: "/"))
            .first { $0.0 == "{\(parameter.name)}" }
        return pair.map { String($0.1.dropFirst().dropLast()) } ?? parameter.name
    }

    private func body() throws -> JSON {
        guard !operation.takesUpload else {
            let file = JSON.object([("schema", .object([]))])
            return .object([
                ("required", .flag(true)),
                ("content", .object(Self.uploads.map { ($0, file) })),
            ])
        }
        let type = operation.operation.body
        let isRequired = !((type as? any Demanding.Type)?.demands ?? []).isEmpty
        return .object([
            ("required", .flag(isRequired)),
            ("content", .object([("application/json", try Self.content(type, book))])),
        ])
    }

    static let uploads = ["image/svg+xml", "image/svg"]

    private static func content<Value: Codable>(
        _ type: Value.Type, _ book: SchemaBook
    ) throws -> JSON {
        var members = [("schema", book.schema(of: type).json)]
        // No product takes all members of it.
        if type == PlaceOrder.self {
            members.append(("examples", .object(try OrderExample.all.map { try $0.named })))
        } else if let example = try Examples.value(of: type) {
            members.append(("example", .value(example)))
        }
        return .object(members)
    }

    private func responses() throws -> [(String, JSON)] {
        var answers: [(String, JSON)] = []
        answers.append(("\(operation.operation.success)", try success()))
        if let status = operation.operation.successWithoutAnswer {
            answers.append(
                ("\(status)", .object([("description", .text("Done; there is nothing to tell."))])))
        }
        if operation.isTagged {
            answers.append(
                (
                    "304",
                    .object([
                        ("description", .text("The client has this answer.")),
                        ("headers", .object([Self.tag])),
                    ])
                ))
        }
        return answers
            + Failure.of(operation).map { failure in
                let path = "#/components/responses/\(failure.name)"
                return ("\(failure.status)", .object([("$ref", .text(path))]))
            }
    }

    private func success() throws -> JSON {
        if operation.answersNothing {
            return .object([("description", .text("Done."))])
        }
        var members: [(String, JSON)] = [("description", .text("Done; the answer."))]
        if operation.isTagged { members.append(("headers", .object([Self.tag]))) }
        var contents: [(String, JSON)] = []
        if !operation.answersFile {
            contents.append(
                ("application/json", try Self.content(operation.operation.answer, book)))
        }
        contents += operation.files.map { type in
            (
                type,
                type == "application/json"
                    ? .object([("schema", book.schema(of: EncodedLogo.self).json)])
                    : .object([("schema", .object([]))])
            )
        }
        members.append(("content", .object(contents)))
        return .object(members)
    }

    private static var tag: (String, JSON) {
        (
            "ETag",
            .object([
                ("description", .text("The same tag stands for the same octets.")),
                ("schema", Schema.text.json),
            ])
        )
    }
}

extension OrderExample {
    fileprivate var named: (String, JSON) {
        get throws {
            (
                product,
                .object([("summary", .text(summary)), ("value", .value(try value()))])
            )
        }
    }
}
