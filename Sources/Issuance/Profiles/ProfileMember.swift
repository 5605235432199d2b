import Yams

/// A member of a profile's file, that knows where it stands and refuses what it cannot be.
struct ProfileMember {
    let file: String
    let path: String
    private let node: Node

    init(_ node: Node, file: String, path: String = "") {
        self.node = node
        self.file = file
        self.path = path
    }

    /// Reads a text in YAML, which JSON is a part of.
    init(_ text: String, file: String) throws(ProfileProblem) {
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw ProfileProblem(
                file: file, line: error.line, problem: "is no YAML: \(error.phrase)")
        } catch {
            throw ProfileProblem(file: file, problem: "is no YAML")
        }
        guard let node else { throw ProfileProblem(file: file, problem: "is empty") }
        self.init(node, file: file)
    }

    func refusal(_ problem: String) -> ProfileProblem {
        ProfileProblem(file: file, line: node.mark?.line, member: path, problem: problem)
    }

    /// The members below it, all of which have to be known.
    func members(
        _ known: [String], required: [String] = []
    ) throws(ProfileProblem) -> [String: ProfileMember] {
        guard case .mapping(let mapping) = node else {
            throw refusal("has to have members: \(known.joined(separator: ", "))")
        }
        var members: [String: ProfileMember] = [:]
        for (key, value) in mapping {
            guard let name = key.scalar?.string, known.contains(name) else {
                let member = ProfileMember(key, file: file, path: path)
                throw member.refusal(
                    "has the unknown member \(key.scalar?.string.quotedShortly ?? "?"); there are "
                        + known.joined(separator: ", "))
            }
            members[name] = ProfileMember(
                value, file: file, path: path.isEmpty ? name : "\(path).\(name)")
        }
        if let missing = required.first(where: { members[$0] == nil }) {
            throw refusal("lacks the member \(missing)")
        }
        return members
    }

    /// The names of its members, in their order, where they are free.
    func freeMembers() throws(ProfileProblem) -> [(name: String, member: ProfileMember)] {
        guard case .mapping(let mapping) = node else { throw refusal("has to have members") }
        return mapping.map { key, value in
            let name = key.scalar?.string ?? ""
            return (name, ProfileMember(value, file: file, path: "\(path).\(name)"))
        }
    }

    func list() throws(ProfileProblem) -> [ProfileMember] {
        guard case .sequence(let sequence) = node else {
            throw refusal("has to be a list, such as [first, second]")
        }
        return sequence.map { ProfileMember($0, file: file, path: path) }
    }

    var isScalar: Bool { node.scalar != nil }

    var isList: Bool { node.sequence != nil }

    func text() throws(ProfileProblem) -> String {
        guard let text = node.scalar?.string, !text.isEmpty else {
            throw refusal("has to be a text")
        }
        return text
    }

    func number(_ range: ClosedRange<Int>) throws(ProfileProblem) -> Int {
        let text = try text()
        guard let number = Int(text), range.contains(number) else {
            throw refusal(
                "is \(text.quotedShortly); a number from \(range.lowerBound) to \(range.upperBound)"
            )
        }
        return number
    }

    func flag() throws(ProfileProblem) -> Bool {
        switch try text() {
        case "true": true
        case "false": false
        case let other: throw refusal("is \(other.quotedShortly); true or false")
        }
    }

    func word<Value>(_ words: [(word: String, value: Value)]) throws(ProfileProblem) -> Value {
        let text = try text()
        guard let known = words.first(where: { $0.word == text }) else {
            throw refusal(
                "has \(text.quotedShortly); one of \(words.map(\.word).joined(separator: ", "))")
        }
        return known.value
    }

    /// A list of words, each once.
    func words<Value: Hashable>(
        _ words: [(word: String, value: Value)]
    ) throws(ProfileProblem) -> [Value] {
        try each { (member) throws(ProfileProblem) in try member.word(words) }
    }

    /// A list of things, each once.
    func each<Value: Hashable>(
        _ read: (ProfileMember) throws(ProfileProblem) -> Value
    ) throws(ProfileProblem) -> [Value] {
        var values: [Value] = []
        for member in try list() {
            let value = try read(member)
            guard !values.contains(value) else {
                let text = member.isScalar ? try member.text().quotedShortly : "something"
                throw member.refusal("has \(text) twice")
            }
            values.append(value)
        }
        return values
    }
}

extension String {
    private static var shownMax: Int { 60 }

    /// In quotes, cut where it is long.
    var quotedShortly: String {
        count <= Self.shownMax ? "\"\(self)\"" : "\"\(prefix(Self.shownMax))…\""
    }
}

extension YamlError {
    fileprivate var line: Int? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: nil
        }
    }

    fileprivate var phrase: String {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _),
            .composer(_, let problem, _, _):
            problem
        case .duplicatedKeysInMapping(let keys, _):
            "it has \(keys.sorted().joined(separator: ", ")) twice"
        default: "it cannot be read"
        }
    }
}
