/// The subject's alternative names: hosts and addresses.
extension Lint {
    static let ofNames = [
        Lint("rfc5280_names_present", "RFC 5280 section 4.1.2.6", about: .names) { one, place in
            guard !place.isAuthority, one.values.names == nil else { return nil }
            let isNeeded = one.subject.isEmpty || place.profile?.names.listsCommonName == true
            return isNeeded ? "It has no names." : nil
        },
        Lint("cabf_br_common_name_listed", "Baseline Requirements section 7.1.4.3", about: .names) {
            one, place in
            guard place.profile?.names.listsCommonName == true, let names = one.values.names else {
                return nil
            }
            let stray = one.subject.texts(of: .commonName).first { text in
                !names.contains { $0.isWritten(text) }
            }
            return stray.map { "The common name \($0) is not one of the names." }
        },
        Lint("chancery_names_once", "docs/certificates.md", about: .names) { one, _ in
            guard let names = one.values.names else { return nil }
            return Set(names.map { [$0.tag] + $0.value }).count == names.count
                ? nil : "A name stands there twice."
        },
        Lint("profile_name_forms", "the profile's names", about: .names) { one, place in
            guard let names = one.values.names else { return nil }
            let forms = place.profile?.names.forms ?? []
            let stray = names.first { name in name.form.map(forms.contains) != true }
            return stray.map { "The name \($0.written) is of a form that the profile lacks." }
        },
        host("rfc5280_host_name", "RFC 5280 section 4.2.1.6, RFC 1123 section 2.1") { labels in
            guard labels.reduce(labels.count - 1, { $0 + $1.count }) <= HostName.octetsMax else {
                return "is too long"
            }
            // Underscores and wildcards are for the two after this one.
            let isRight = labels.allSatisfy { label in
                (1...HostName.labelOctetsMax).contains(label.count) && label.first != hyphen
                    && label.last != hyphen && label.allSatisfy(\.isOfHostName)
            }
            return isRight ? nil : "is not labels of letters, digits and hyphens"
        },
        host("cabf_br_no_underscore", "Baseline Requirements section 7.1.2.7.12") { labels in
            labels.contains { $0.contains(UInt8(ascii: "_")) } ? "has an underscore" : nil
        },
        host("cabf_br_wildcard_leftmost", "Baseline Requirements section 7.1.2.7.12") { labels in
            let isWildcard = labels[0].elementsEqual([star]) && labels.count > 1
            return (isWildcard ? labels.dropFirst() : labels[...]).contains { $0.contains(star) }
                ? "has a * that is not all of its leftmost label" : nil
        },
        Lint("rfc5280_address_octets", "RFC 5280 section 4.2.1.6", about: .names) { one, _ in
            let wrong = one.values.names?.first { name in
                name.tag == LintedValues.Name.address && ![4, 16].contains(name.value.count)
            }
            return wrong.map { _ in "An IP address has neither 4 nor 16 octets." }
        },
        Lint("cabf_br_no_internal_names", "Baseline Requirements section 4.2.2", about: .names) {
            one, place in
            guard let names = one.values.names, place.profile?.names.allowsInternal == false else {
                return nil
            }
            let stray = names.first(where: \.isInternal)
            return stray.map { "The name \($0.written) is an internal one." }
        },
    ]

    static let ofMailboxes = [
        Lint(
            "rfc5280_mailbox_form", "RFC 5280 section 4.2.1.6, RFC 5321 section 4.1.2",
            about: .names
        ) { one, _ in
            let wrong = one.values.names?.first { name in
                name.tag == LintedValues.Name.mailbox && !name.isMailbox
            }
            return wrong.map { "\($0.written) is not an address of mail." }
        }
    ]

    /// A lint of each host name.
    private static func host(
        _ name: String, _ source: String,
        _ problem: @escaping @Sendable ([ArraySlice<UInt8>]) -> String?
    ) -> Lint {
        Lint(name, source, about: .names) { one, _ in
            for name in one.values.names ?? [] where name.tag == LintedValues.Name.host {
                if let problem = problem(name.labels) { return "The name \(name.text) \(problem)." }
            }
            return nil
        }
    }
}

private let hyphen = UInt8(ascii: "-")
private let star = UInt8(ascii: "*")

extension LintedValues.Name {
    /// Of a host, one at least.
    fileprivate var labels: [ArraySlice<UInt8>] {
        value.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    }

    private var isWildcard: Bool { value.starts(with: [star, UInt8(ascii: ".")]) }

    /// Nil for forms that no profile takes.
    fileprivate var form: NameForm? {
        switch tag {
        case Self.host: isWildcard ? .wildcard : .host
        case Self.address: .address
        case Self.mailbox: .mailbox
        default: nil
        }
    }

    fileprivate func isWritten(_ other: String) -> Bool {
        tag == Self.address ? written == other : value.elementsEqual(other.utf8)
    }

    /// As people write it.
    fileprivate var written: String {
        guard tag == Self.address else { return text }
        return IPAddress(octets: Array(value))?.text ?? Array(value).hexadecimal
    }

    fileprivate var isInternal: Bool {
        switch tag {
        case Self.host: HostName.isInternal(isWildcard ? text.dropFirst(2) : text[...])
        case Self.mailbox: text.split(separator: "@").last.map(HostName.isInternal) ?? false
        case Self.address: IPAddress(octets: Array(value))?.isInternal ?? false
        default: false
        }
    }

    /// One or more atoms, an @, and a host.
    fileprivate var isMailbox: Bool {
        guard let at = value.lastIndex(of: UInt8(ascii: "@")) else { return false }
        let local = value[..<at].split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let host = value[value.index(after: at)...].split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return value.count <= Mailbox.octetsMax && value[..<at].count <= Mailbox.localOctetsMax
            && local.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isOfAtom) }
            && host.allSatisfy { label in
                (1...HostName.labelOctetsMax).contains(label.count)
                    && label.first != hyphen && label.last != hyphen
                    && label.allSatisfy { $0.isLetterOrDigit || $0 == hyphen }
            }
    }
}

extension UInt8 {
    fileprivate var isOfHostName: Bool {
        isLetterOrDigit || self == hyphen || self == UInt8(ascii: "_") || self == star
    }

    /// RFC 5322 section 3.2.3.
    fileprivate var isOfAtom: Bool {
        isLetterOrDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(self)
    }
}
