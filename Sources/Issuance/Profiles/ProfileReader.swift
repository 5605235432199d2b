import Foundation

/// Reads a profile's file and refuses whatever it does not know, or what cannot be.
///
/// A new member? Also: ``CertificateProfile``, the files in `Shipped`, its line in
/// `docs/profiles.md`, and where it shows in a certificate a lint.
package enum ProfileReader {
    package static let octetsMax = 64 * 1024
    package static let ending = ".yaml"

    /// - Parameters:
    ///   - name: the name of the file without its ending.
    ///   - path: where it lies; nil for those that come with the program.
    package static func read(
        _ text: String, name: String, path: String?
    ) throws(ProfileProblem) -> ProfileFile {
        let file = path ?? name + ending
        let names = "a-z, 0-9 and _"
        guard isName(name) else {
            throw ProfileProblem(
                file: file, problem: "has a name that is not \(names), \(nameCharactersMax) at most"
            )
        }
        guard text.utf8.count <= octetsMax else {
            throw ProfileProblem(file: file, problem: "is longer than \(octetsMax) octets")
        }
        let root = try ProfileMember(text, file: file)
        let members = try root.members(
            ["title", "products", "variants"] + bodyMembers,
            required: ["title", "keys", "keyUsage", "purposes", "validity", "names", "subject"])
        let body = members.filter { bodyMembers.contains($0.key) }
        let profile = try profile(name, body)
        try ProfileCheck.check(profile, body, root)
        var variants: [String: CertificateProfile] = [:]
        for (word, member) in try members["variants"]?.freeMembers() ?? [] {
            let changed = try member.members(variantMembers)
            let whole = body.merging(changed) { $1 }
            let variant = try Self.profile(name, whole)
            try ProfileCheck.check(variant, whole, member)
            variants[word] = variant
        }
        return ProfileFile(
            name: name, title: try members["title"]!.text(), path: path, text: text,
            products: try members["products"]?.each { (member) throws(ProfileProblem) in
                try member.text()
            } ?? [],
            profile: profile, variants: variants)
    }

    private static let nameCharactersMax = 64

    package static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.count <= nameCharactersMax && name.utf8.allSatisfy(isOfName)
    }

    private static func isOfName(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// What makes the profile itself.
    private static let bodyMembers = [
        "keys", "rsaBitsMin", "keyUsage", "purposes", "policies", "validity", "names", "subject",
        "pointers", "extensions",
    ]

    private static let variantMembers = ["keys", "keyUsage", "purposes", "policies", "extensions"]

    private static func profile(
        _ name: String, _ members: [String: ProfileMember]
    ) throws(ProfileProblem) -> CertificateProfile {
        let extensions = try members["extensions"]?.words(extensionWords) ?? []
        let pointers = try members["pointers"]?.words(
            PointerRule.words.map { ($0.word, $0.pointer) })
        return CertificateProfile(
            name: name,
            policies: try members["policies"]?.each(policy) ?? [],
            purposes: try members["purposes"]!.each(purpose),
            keyFamilies: Set(
                try members["keys"]!.words(KeyFamily.allCases.map { ($0.rawValue, $0) })),
            rsaBitsMin: try members["rsaBitsMin"]?.number(
                RSASizeRule.bitsMin...RSASizeRule.bitsMax) ?? RSASizeRule.bitsMin,
            keyUse: KeyUse(try members["keyUsage"]!.words(KeyUse.words.map { ($0.word, $0.use) })),
            validity: try validity(members["validity"]!), names: try names(members["names"]!),
            subject: try subject(members["subject"]!),
            pointers: pointers.map { PointerRule($0) } ?? .all,
            needsLogotype: extensions.contains(.logotype),
            signsExchanges: extensions.contains(.signedExchanges))
    }

    private enum ExtensionWord: Hashable {
        case logotype
        case signedExchanges
    }

    private static let extensionWords: [(word: String, value: ExtensionWord)] = [
        ("logotype", .logotype), ("signedExchanges", .signedExchanges),
    ]

    private static func purpose(_ member: ProfileMember) throws(ProfileProblem) -> KeyPurpose {
        let text = try member.text()
        guard let purpose = KeyPurpose(word: text) ?? OID(text).map(KeyPurpose.init) else {
            let words = KeyPurpose.words.map(\.word).joined(separator: ", ")
            throw member.refusal("has \(text.quotedShortly); one of \(words), or an OID")
        }
        return purpose
    }

    /// An OID, or one with the address of the practice statement.
    private static func policy(
        _ member: ProfileMember
    ) throws(ProfileProblem) -> CertificatePolicy {
        guard !member.isScalar else { return CertificatePolicy(try oid(member)) }
        let members = try member.members(["oid", "cps"], required: ["oid"])
        let url = try members["cps"]?.text()
        if let url, !Lint.isPlainURL(url) {
            throw members["cps"]!.refusal("is \(url.quotedShortly); a URL that begins with http://")
        }
        return CertificatePolicy(try oid(members["oid"]!), statementURL: url)
    }

    private static func oid(_ member: ProfileMember) throws(ProfileProblem) -> OID {
        let text = try member.text()
        guard let oid = OID(text) else {
            throw member.refusal(
                "has \(text.quotedShortly), which is no OID such as 1.3.6.1.4.1.99")
        }
        return oid
    }

    private static func validity(_ member: ProfileMember) throws(ProfileProblem) -> ValidityRule {
        let days = 1...ValidityRule.daysLimit
        let members = try member.members(["daysMax", "earlier"], required: ["daysMax"])
        var earlier: [ValidityRule.Earlier] = []
        for one in try members["earlier"]?.list() ?? [] {
            let parts = try one.members(["until", "daysMax"], required: ["until", "daysMax"])
            let text = try parts["until"]!.text()
            guard let until = day(text), earlier.last.map({ $0.until < until }) ?? true else {
                throw parts["until"]!.refusal(
                    "is \(text.quotedShortly); a day such as 2026-02-24, each after the one before")
            }
            earlier.append(.init(until: until, daysMax: try parts["daysMax"]!.number(days)))
        }
        return ValidityRule(daysMax: try members["daysMax"]!.number(days), earlier: earlier)
    }

    /// When a day begins, in UTC.
    private static func day(_ text: String) -> Date? {
        let style = Date.ISO8601FormatStyle().year().month().day()
        guard text.utf8.count == "2026-02-24".utf8.count,
            // What is no day is refused by the caller, with what would be one.
            let day = try? style.parse(text), day.formatted(style) == text
        else { return nil }
        return day
    }

    private static func names(_ member: ProfileMember) throws(ProfileProblem) -> NameRule {
        let members = try member.members(
            ["forms", "internal", "listsCommonName"], required: ["forms"])
        let forms = try members["forms"]!.words(NameForm.allCases.map { ($0.rawValue, $0) })
        return NameRule(
            forms: Set(forms), allowsInternal: try members["internal"]?.flag() ?? false,
            listsCommonName: try members["listsCommonName"]?.flag() ?? false)
    }

    private static func subject(_ member: ProfileMember) throws(ProfileProblem) -> SubjectRule {
        let fields = SubjectField.allCases.map { ($0.rawValue, $0) }
        let members = try member.members(["allowed", "required"], required: ["allowed"])
        let allowed = Set(try members["allowed"]!.words(fields))
        let required = try members["required"]?.each { (choice) throws(ProfileProblem) in
            let any = choice.isList ? try choice.words(fields) : [try choice.word(fields)]
            guard !any.isEmpty, allowed.isSuperset(of: any) else {
                throw choice.refusal("needs a field that subject.allowed lacks")
            }
            return any
        }
        return SubjectRule(allowed: allowed, required: required ?? [])
    }
}
