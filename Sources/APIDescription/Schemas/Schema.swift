/// What JSON a value is written as, in as much of JSON Schema as the wire needs.
package indirect enum Schema: Equatable, Sendable {
    case text
    /// Text of so many characters at most.
    case shortText(max: Int)
    /// Text that a regular expression (ECMA 262) matches.
    case pattern(String)
    /// A time such as `2019-04-30T18:02:50+00:00`.
    case time
    /// A time such as `2019-04-30 18:02:50`.
    case spacedTime
    case day
    case integer(minimum: Int?)
    case number
    case flag
    case words([String])
    /// Words of a set that may grow: those known today.
    case growingWords([String])
    case list(Schema)
    /// An object whose members have names of their own choice.
    case map(Schema)
    /// An object that stands under its name in a ``SchemaBook``.
    case object(String)
    /// An object for a query: `name[member]=…`.
    case members([Member])

    /// The same, where it is text or a list of texts, of so many characters at most.
    func limited(to max: Int) -> Schema {
        switch self {
        case .text: .shortText(max: max)
        case .list(let element): .list(element.limited(to: max))
        default: preconditionFailure("a length of something that is no text")
        }
    }

    package struct Member: Equatable, Sendable {
        package let name: String
        package let schema: Schema
        package let isRequired: Bool
        package let note: String?

        package init(
            _ name: String, _ schema: Schema, isRequired: Bool = false, note: String? = nil
        ) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
            self.note = note
        }
    }
}
