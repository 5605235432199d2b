import APIModels

/// One operation on the page: what it takes, how to call it, what it answers.
struct OperationSection {
    let operation: OperationDescription
    let book: SchemaBook
    let origin: String

    var markup: Markup {
        get throws {
            let method = operation.method.rawValue
            return Markup(
                "article", [("id", operation.id)],
                Markup(
                    "h3", [], .text(operation.operation.summary), " ",
                    Markup(
                        "a", [("href", "#\(operation.id)"), ("aria-label", "Link here")], "#")),
                Markup(
                    "p", [("class", "call")],
                    Markup("b", [("class", method.lowercased())], .text(method)), " ",
                    .code(EndpointCatalog.root + operation.path)),
                Markup("p", [], "Needs the right ", .code(operation.right), "."),
                parameters, body,
                examples, answer)
        }
    }

    private var parameters: Markup {
        let all = operation.allParameters
        guard !all.isEmpty else { return "" }
        return .group([
            Markup("h4", [], "Parameters"),
            Markup(
                "table", [("class", "members")],
                all: all.map { parameter in
                    Markup(
                        "tr", [],
                        Markup(
                            "th", [], .code(parameter.name),
                            Markup("em", [], .text(parameter.place.rawValue))),
                        Markup("td", [], parameter.schema.markup(noted: parameter.note)))
                }),
        ])
    }

    private var body: Markup {
        guard operation.takesBody else { return "" }
        guard !operation.takesUpload else {
            return .group([
                Markup("h4", [], "Body"), Markup("p", [], "A file: ", .code("image/svg+xml")),
            ])
        }
        return .group([Markup("h4", [], "Body"), object(operation.operation.body)])
    }

    private func object(_ type: any Decodable.Type) -> Markup {
        guard case .object(let name) = book.schema(of: type), let members = book.objects[name]
        else { return Markup("p", [], book.schema(of: type).markup) }
        return .group([
            Markup("p", [], .link("#object-\(name)", .text(name)), ":"),
            MemberTable(members: members).markup,
        ])
    }

    /// An order has one for each family of products; one of them is shown at once.
    private var examples: Markup {
        guard operation.operation.body == PlaceOrder.self else {
            let text = Examples.text(of: operation.operation.body)
            return .group([
                Markup("h4", [], "Example"), Markup("pre", [], .code(command(text))),
            ])
        }
        let all = OrderExample.all.enumerated().map { index, example in
            Markup(
                "details", index == 0 ? [("open", "")] : [],
                Markup("summary", [], .text(example.summary + ": "), .code(example.product)),
                Markup("pre", [], .code(command(example.text, product: example.product))))
        }
        return .group([Markup("h4", [], "Examples")] + all)
    }

    /// The call with curl, ready to be pasted.
    private func command(_ example: String?, product: String? = nil) -> String {
        var url = origin + EndpointCatalog.root + operation.path
        for parameter in operation.parameters where parameter.place == .path {
            let value = product ?? parameter.sample ?? "1"
            url = url.replacing("{\(parameter.name)}", with: value)
        }
        let query = operation.parameters.filter { $0.place == .query && $0.sample != nil }
            .map { "\($0.name)=\($0.sample ?? "")" }.joined(separator: "&")
        if !query.isEmpty { url += "?" + query }
        var lines = [
            "curl -sS -X \(operation.method.rawValue) '\(url)'",
            "-H \"X-DC-DEVKEY: $CHANCERY_KEY\"",
        ]
        if operation.takesUpload {
            lines += ["-H 'Content-Type: image/svg+xml'", "--data-binary @logo.svg"]
        } else if operation.takesBody, let example {
            lines += [
                "-H 'Content-Type: application/json'",
                "-d '\(example.trimmed.replacing("'", with: #"'\''"#))'",
            ]
        }
        if operation.answersFile { lines.append("-o FILE") }
        return lines.joined(separator: " \\\n  ")
    }

    private var answer: Markup {
        let status = operation.operation.success
        var parts: [Markup] = [Markup("h4", [], "Answer \(status)")]
        if operation.answersNothing {
            parts.append(Markup("p", [], "No body."))
        } else if operation.answersFile {
            let types = operation.files.joined(separator: ", ")
            parts.append(Markup("p", [], "A file: ", .code(types)))
        } else {
            parts.append(object(operation.operation.answer))
            if let example = Examples.text(of: operation.operation.answer) {
                parts.append(
                    Markup(
                        "details", [], Markup("summary", [], "Example"),
                        Markup("pre", [], .code(example.trimmed))))
            }
        }
        if let empty = operation.operation.successWithoutAnswer {
            parts.append(
                Markup("p", [], "Or ", .code("\(empty)"), ", where there is nothing to tell."))
        }
        let refusals = Failure.of(operation).map { "\($0.status)" }.joined(separator: ", ")
        parts.append(Markup("p", [("class", "refusals")], "Refusals: \(refusals)"))
        return .group(parts)
    }
}

extension String {
    /// Without the line end at its end.
    fileprivate var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }
}
