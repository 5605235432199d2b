extension Schema {
    static let componentsPath = "#/components/schemas/"

    /// The schema in JSON Schema 2020-12.
    var json: JSON {
        switch self {
        case .text: Self.typed("string")
        case .shortText(let max): Self.typed("string", ("maxLength", .whole(max)))
        case .pattern(let expression): Self.typed("string", ("pattern", .text(expression)))
        case .time: Self.typed("string", ("format", .text("date-time")))
        case .spacedTime:
            Self.typed(
                "string", ("pattern", .text(#"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$"#)))
        case .day: Self.typed("string", ("format", .text("date")))
        case .integer(let minimum?): Self.typed("integer", ("minimum", .whole(minimum)))
        case .integer(nil): Self.typed("integer")
        case .number: Self.typed("number")
        case .flag: Self.typed("boolean")
        case .words(let words): Self.typed("string", ("enum", .texts(words)))
        case .growingWords(let words):
            .object([
                (
                    "anyOf",
                    .array([Self.typed("string", ("enum", .texts(words))), Self.typed("string")])
                )
            ])
        case .list(let element): Self.typed("array", ("items", element.json))
        case .map(let element): Self.typed("object", ("additionalProperties", element.json))
        case .object(let name): .object([("$ref", .text(Self.componentsPath + name))])
        case .members(let members):
            Self.object(members, ("additionalProperties", .flag(false)))
        }
    }

    static func object(_ members: [Member], _ further: (String, JSON)...) -> JSON {
        let properties = members.map { member in
            (member.name, member.schema.json.noted(member.note))
        }
        let required = members.filter(\.isRequired).map(\.name)
        var parts: [(String, JSON)] = [("type", .text("object"))]
        if !properties.isEmpty { parts.append(("properties", .object(properties))) }
        if !required.isEmpty { parts.append(("required", .texts(required))) }
        return .object(parts + further)
    }

    private static func typed(_ type: String, _ further: (String, JSON)...) -> JSON {
        .object([("type", .text(type))] + further)
    }
}

extension JSON {
    fileprivate func noted(_ note: String?) -> JSON {
        guard let note, case .members(let members) = self else { return self }
        return .members(members + [Member(name: "description", value: .text(note))])
    }
}
