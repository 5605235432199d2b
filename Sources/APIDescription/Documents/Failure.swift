import APIModels

/// A refusal that operations have in common.
struct Failure {
    let status: Int
    let name: String
    let description: String
    var header: (name: String, description: String)?

    static let all = [
        Failure(
            status: 400, name: "Refused",
            description: "A member, parameter or state stands in the way; the code names it."),
        Failure(
            status: 403, name: "Denied",
            description: "The key is missing or unknown, or lacks the right."),
        Failure(status: 404, name: "NotFound", description: "There is no such thing."),
        Failure(
            status: 405, name: "OtherMethod", description: "The path does not take this method.",
            header: ("Allow", "The methods that it takes.")),
        Failure(status: 413, name: "TooLarge", description: "The body is too long."),
        Failure(
            status: 415, name: "OtherMediaType", description: "The body is not in this form."),
        Failure(
            status: 422, name: "KeyReused",
            description: "The Idempotency-Key was used for another request."),
        Failure(
            status: 429, name: "TooMany", description: "The key has asked too often.",
            header: ("Retry-After", "Seconds to wait.")),
        Failure(
            status: 503, name: "Unavailable", description: "The database does not answer.",
            header: ("Retry-After", "Seconds to wait.")),
    ]

    /// Those that an operation can meet.
    static func of(_ operation: OperationDescription) -> [Failure] {
        all.filter { failure in
            switch failure.status {
            case 413, 415: operation.takesBody
            case 422: operation.operation.takesIdempotencyKey
            case 405: false
            default: true
            }
        }
    }

    var json: JSON {
        var members: [(String, JSON)] = [("description", .text(description))]
        if let header {
            members.append(
                (
                    "headers",
                    .object([
                        (
                            header.name,
                            .object([
                                ("description", .text(header.description)),
                                ("schema", Schema.text.json),
                            ])
                        )
                    ])
                ))
        }
        let schema = Schema.object("\(ErrorAnswer.self)").json
        members.append(
            ("content", .object([("application/json", .object([("schema", schema)]))])))
        return .object(members)
    }
}
