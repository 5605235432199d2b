package import OrderCore

/// Asks the world whether somebody controls a name: is one of these values where it belongs?
package struct ControlQuestion: Equatable, Sendable {
    package let name: String
    package let method: ControlMethod
    /// Any of them will do.
    package let values: [String]

    package init(name: String, method: ControlMethod, values: [String]) {
        self.name = name
        self.method = method
        self.values = values
    }
}

package enum ControlFinding: Equatable, Sendable {
    case shown
    /// With what was seen instead, for the log and for people.
    case missing(String)
}

package protocol ControlChecker: Sendable {
    func check(_ question: ControlQuestion) async -> ControlFinding

    /// The certificate that a host greets with, in DER; none where it greets with none.
    func certificate(servedBy host: String) async -> [UInt8]?

    /// Whether owners of names are asked at all.
    var asksOwners: Bool { get }

    /// Whether the owner of a name lets this authority certify it.
    func authority(over name: String, for purpose: AuthorityPurpose) async -> AuthorityFinding
}

extension ControlChecker {
    package func certificate(servedBy host: String) async -> [UInt8]? { nil }

    package var asksOwners: Bool { false }

    package func authority(
        over name: String, for purpose: AuthorityPurpose
    ) async -> AuthorityFinding { .permitted }
}

/// Looks in DNS and on the web.
package struct NetworkChecker: ControlChecker {
    private let resolver: any Resolver
    private let pages: any PageFetcher
    private let greeter: TLSGreeter
    private let rule: AuthorityRule

    /// - Parameter issuers: by which names CAA records mean this authority; without any, no such
    ///   record is asked for.
    package init(
        resolver: any Resolver, pages: any PageFetcher, greeter: TLSGreeter,
        issuers: Set<String> = []
    ) {
        self.resolver = resolver
        self.pages = pages
        self.greeter = greeter
        rule = AuthorityRule(issuers: issuers)
    }

    package func certificate(servedBy host: String) async -> [UInt8]? {
        // Whatever keeps a host from showing one, there is none to be seen.
        try? await greeter.certificate(of: host)
    }

    package var asksOwners: Bool { !rule.issuers.isEmpty }

    /// Goes up from the name to the first one that has records (RFC 8659 section 3).
    package func authority(
        over name: String, for purpose: AuthorityPurpose
    ) async -> AuthorityFinding {
        guard asksOwners else { return .permitted }
        var labels = name.lowercased().split(separator: ".")[...]
        while !labels.isEmpty {
            let owner = labels.joined(separator: ".")
            do {
                let records = try await resolver.authorities(of: owner)
                if !records.isEmpty {
                    return rule.permits(purpose, by: records) ? .permitted : .forbidden(at: owner)
                }
            } catch {
                return .unknown(String(describing: error))
            }
            labels.removeFirst()
        }
        return .permitted
    }

    package func check(_ question: ControlQuestion) async -> ControlFinding {
        guard !question.values.isEmpty else { return .missing("there is no value in force") }
        switch question.method {
        case .dnsTXT: return await texts(question)
        case .dnsCNAME: return await aliases(question)
        case .http, .httpDynamic: return await files(question)
        case .email: return .missing("only the reader of the mail can tell")
        }
    }

    private func texts(_ question: ControlQuestion) async -> ControlFinding {
        await first(ControlPlace.textOwners(question.name)) { owner in
            let texts = try await resolver.texts(of: owner)
            let isShown = texts.contains { text in
                question.values.contains(text.trimmingSpaces)
            }
            return isShown ? nil : "\(texts.count) TXT records at \(owner), none with the value"
        }
    }

    private func aliases(_ question: ControlQuestion) async -> ControlFinding {
        let owners = question.values.flatMap {
            ControlPlace.aliasOwners(question.name, value: $0)
        }
        return await first(owners) { owner in
            let targets = try await resolver.aliases(of: owner)
            return targets.contains(ControlPlace.aliasTarget)
                ? nil : "no CNAME record at \(owner) to \(ControlPlace.aliasTarget)"
        }
    }

    private func files(_ question: ControlQuestion) async -> ControlFinding {
        let places = question.values.flatMap { value in
            ["http", "https"].map { scheme in
                (
                    value: value,
                    page: PageAddress(
                        scheme: scheme, host: question.name,
                        path: ControlPlace.path(question.method, value: value))
                )
            }
        }
        return await first(places) { place in
            let text = try await pages.text(of: place.page)
            let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces }
            return lines.contains(place.value) ? nil : "\(place.page) does not hold the value"
        }
    }

    /// Looks at one place after the other until one has it; tells of the first that had not.
    ///
    /// - Parameter look: what is wrong at a place; `nil` where the value is.
    private func first<Place>(
        _ places: [Place], _ look: (Place) async throws -> String?
    ) async -> ControlFinding {
        var complaint: String?
        for place in places {
            do {
                guard let wrong = try await look(place) else { return .shown }
                complaint = complaint ?? wrong
            } catch {
                complaint = complaint ?? String(describing: error)
            }
        }
        return .missing(complaint ?? "nothing was looked at")
    }
}
