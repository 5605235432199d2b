package import APIModels

/// An operation with all that is to be said of it: its endpoint's part, and what the face that
/// serves it knows.
package struct OperationDescription: Sendable {
    package let operation: APIModels.Operation
    package let area: String
    /// The right that the caller needs.
    package let right: String
    package let parameters: [Parameter]
    /// What it answers with where it answers with files: their media types.
    package let files: [String]
    /// Whether answers have an entity tag, and `If-None-Match` is heeded.
    package let isTagged: Bool

    package init(
        _ operation: APIModels.Operation, area: String, right: String, parameters: [Parameter],
        files: [String] = [], isTagged: Bool = false
    ) {
        self.operation = operation
        self.area = area
        self.right = right
        self.parameters = parameters
        self.files = files
        self.isTagged = isTagged
    }

    /// Something of the path, the query or the headers.
    package struct Parameter: Equatable, Sendable {
        package enum Place: String, Sendable {
            case path
            case query
            case header
        }

        package let name: String
        package let place: Place
        package let schema: Schema
        package let note: String
        /// A value for examples.
        package let sample: String?

        package init(
            _ name: String, in place: Place, _ schema: Schema, _ note: String,
            sample: String? = nil
        ) {
            self.name = name
            self.place = place
            self.schema = schema
            self.note = note
            self.sample = sample
        }
    }
}

extension OperationDescription {
    /// The summary as one word: `listTheReissuesOfAnOrder`. Stable as long as the summary is.
    var id: String {
        let words = operation.summary.filter { $0 != "'" && $0 != "," }
            .split { !$0.isLetter && !$0.isNumber }
        return words.enumerated().map { index, word in
            index == 0 ? word.lowercased() : word.prefix(1).uppercased() + word.dropFirst()
        }.joined()
    }

    var path: String { operation.signature.path }
    var method: APIModels.Method { operation.signature.method }

    /// All parameters: those of the endpoint, and the headers that operations of its kind know.
    var allParameters: [Parameter] {
        var headers: [Parameter] = []
        if operation.takesIdempotencyKey {
            headers.append(
                Parameter(
                    "Idempotency-Key", in: .header, .pattern("^[!-~]{1,255}$"),
                    "A name for this request: sent again under it, it is carried out once."))
        }
        if isTagged {
            headers.append(
                Parameter(
                    "If-None-Match", in: .header, .text,
                    "The entity tags that the client has; 304 if the answer has one of them."))
        }
        return parameters + headers
    }

    var takesBody: Bool { operation.body != NoBody.self }
    var takesUpload: Bool { operation.body == Upload.self }
    var answersFile: Bool { operation.answer == Download.self }
    var answersNothing: Bool { operation.answer == NoAnswer.self }
}
