import Foundation
import Issuance
import Registration

/// A profile as commands print it with `--json`.
struct ProfileAnswer: Encodable {
    let name: String
    let title: String
    /// Absent for those that come with the program.
    let file: String?
    let products: [String]
    let profile: Content?
    let variants: [String: Content]?

    init(_ file: ProfileFile, in book: ProfileBook, isWhole: Bool = false) {
        name = file.name
        title = file.title
        self.file = file.path
        products = book.products(of: file)
        profile = isWhole ? Content(file.profile) : nil
        variants = isWhole ? file.variants.mapValues(Content.init) : nil
    }

    /// By the names of the file's members.
    struct Content: Encodable {
        let keys: [String]
        let rsaBitsMin: Int
        let keyUsage: [String]
        let purposes: [String]
        let policies: [Policy]
        let validity: Validity
        let names: Names
        let subject: Subject
        let pointers: [String]
        let extensions: [String]

        init(_ profile: CertificateProfile) {
            keys = KeyFamily.allCases.filter(profile.keyFamilies.contains).map(\.rawValue)
            rsaBitsMin = profile.rsaBitsMin
            keyUsage = KeyUse.words.filter { profile.keyUse.contains($0.use) }.map(\.word)
            purposes = profile.purposes.map(\.name)
            policies = profile.policies.map { Policy(oid: $0.oid.text, cps: $0.statementURL) }
            let day = Date.ISO8601FormatStyle().year().month().day()
            validity = Validity(
                daysMax: profile.validity.daysMax,
                earlier: profile.validity.earlier.map {
                    Earlier(until: $0.until.formatted(day), daysMax: $0.daysMax)
                })
            names = Names(
                forms: NameForm.allCases.filter(profile.names.forms.contains).map(\.rawValue),
                internal: profile.names.allowsInternal,
                listsCommonName: profile.names.listsCommonName)
            subject = Subject(
                allowed: SubjectField.allCases.filter(profile.subject.allowed.contains)
                    .map(\.rawValue),
                required: profile.subject.required.map { $0.map(\.rawValue) })
            pointers = PointerRule.words.filter { profile.pointers.contains($0.pointer) }
                .map(\.word)
            extensions =
                (profile.needsLogotype ? ["logotype"] : [])
                + (profile.signsExchanges ? ["signedExchanges"] : [])
        }
    }

    struct Policy: Encodable {
        let oid: String
        let cps: String?
    }

    struct Validity: Encodable {
        let daysMax: Int
        let earlier: [Earlier]
    }

    struct Earlier: Encodable {
        let until: String
        let daysMax: Int
    }

    struct Names: Encodable {
        let forms: [String]
        let `internal`: Bool
        let listsCommonName: Bool
    }

    struct Subject: Encodable {
        let allowed: [String]
        let required: [[String]]
    }
}

/// What `chancery profile check --json` prints.
struct ProfileVerdict: Encodable {
    let file: String
    let isValid: Bool
    var profile: ProfileAnswer?
    var line: Int?
    var member: String?
    var problem: String?

    init(file: String, profile: ProfileAnswer) {
        self.file = file
        isValid = true
        self.profile = profile
    }

    init(file: String, problem: ProfileProblem) {
        self.file = file
        isValid = false
        line = problem.line
        member = problem.member
        self.problem = problem.problem
    }

    enum CodingKeys: String, CodingKey {
        case file
        case isValid = "valid"
        case profile, line, member, problem
    }
}
