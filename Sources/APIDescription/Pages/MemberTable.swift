/// The members of an object, with what each may be.
struct MemberTable {
    let members: [Schema.Member]

    var markup: Markup {
        Markup(
            "table", [("class", "members")],
            all: members.map { member in
                Markup(
                    "tr", [],
                    Markup(
                        "th", [], .code(member.name),
                        member.isRequired ? Markup("em", [], "required") : ""),
                    Markup("td", [], member.schema.markup(noted: member.note)))
            })
    }
}

extension Schema {
    /// A note says of a text what it is; of other things, what they are for.
    func markup(noted note: String?) -> Markup {
        guard let note else { return markup }
        switch self {
        case .text, .pattern, .shortText: return .prose(note)
        case .members, .words: return .group([.prose(note + " "), markup])
        default: return .group([.prose(note), " (", markup, ")"])
        }
    }

    /// What it is, in a few words, with links to objects.
    var markup: Markup {
        switch self {
        case .text, .pattern: "text"
        case .shortText(let max): .text("text of at most \(max) characters")
        case .time: "time"
        case .spacedTime: .group(["time as ", .code("2019-04-30 18:02:50")])
        case .day: "day"
        case .integer: "whole number"
        case .number: "number"
        case .flag: "true or false"
        case .words(let words): Self.choice(words)
        case .growingWords(let words): .group([Self.choice(words), " or a word to come"])
        case .list(let element): .group(["list of ", element.markup])
        case .map(let element): .group(["object of ", element.markup])
        case .object(let name): .link("#object-\(name)", .text(name))
        case .members(let members):
            Markup(
                "details", [], Markup("summary", [], "\(members.count) of them"),
                MemberTable(members: members).markup)
        }
    }

    private static let wordsShown = 12

    private static func choice(_ words: [String]) -> Markup {
        let all = words.enumerated().map { index, word -> Markup in
            .group([index == 0 ? "" : ", ", .code(word)])
        }
        guard words.count > wordsShown else { return .group(all) }
        return Markup(
            "details", [], Markup("summary", [], "one of \(words.count) words"), .group(all))
    }
}
