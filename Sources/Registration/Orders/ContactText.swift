package import OrderCore

/// Somebody to turn to about an order, as a client describes one; text until it is checked.
package struct ContactText: Sendable {
    package enum Member: String, CaseIterable, Sendable {
        case firstName = "first_name"
        case lastName = "last_name"
        case email
        case telephone
        case jobTitle = "job_title"
        case telephoneExtension = "telephone_extension"
    }

    package static let nameCharactersMax = 128
    package static let lineCharactersMax = 255

    private let lines: [Member: String]

    /// What is blank was not told.
    package init(_ lines: [Member: String?]) {
        self.lines = lines.compactMapValues { $0?.trimmingSpaces }.filter { !$0.value.isEmpty }
    }

    /// - Parameters:
    ///   - needed: what has to be told.
    ///   - path: where in the body it stood, for the error.
    package func check(needing needed: Set<Member>, at path: String) throws(Refusal) {
        for member in Member.allCases where needed.contains(member) && lines[member] == nil {
            throw .required("\(path).\(member.rawValue)")
        }
        for member in Member.allCases {
            let charactersMax = member.charactersMax
            guard lines[member]?.count ?? 0 <= charactersMax else {
                throw .invalid(
                    "\(path).\(member.rawValue)", "is longer than \(charactersMax) characters")
            }
        }
        if let email = lines[.email], !EmailAddress.isPlausible(email) {
            throw .invalid("\(path).email", "is \(email.quoted), which is no e-mail address")
        }
    }

    package func contact(
        needing needed: Set<Member> = [], at path: String
    ) throws(Refusal) -> Contact {
        try check(needing: needed.union([.firstName, .lastName, .email]), at: path)
        return Contact(
            firstName: lines[.firstName] ?? "", lastName: lines[.lastName] ?? "",
            email: lines[.email] ?? "", jobTitle: lines[.jobTitle], telephone: lines[.telephone],
            telephoneExtension: lines[.telephoneExtension])
    }
}

extension ContactText.Member {
    package var charactersMax: Int {
        switch self {
        case .firstName, .lastName: ContactText.nameCharactersMax
        case .email, .telephone, .jobTitle, .telephoneExtension: ContactText.lineCharactersMax
        }
    }
}
