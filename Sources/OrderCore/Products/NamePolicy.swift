/// Which names a product certifies.
package enum NamePolicy: Equatable, Sendable {
    /// One name; the one `www.` below it may come along.
    case single
    /// Plain names, as many as the limit allows.
    case plain
    /// A wildcard as the common name, more names only below it.
    case wildcard
    /// Plain names and wildcards in any mix.
    case any
    /// No host names: a person, a mailbox, an organization.
    case none

    package static let namesMax = 250

    package var allowsFurtherNames: Bool { self != .single && self != .none }

    /// - Parameter names: all names once, the common name first.
    package func check(_ names: [String]) throws(NameProblem) {
        guard names.count <= Self.namesMax else {
            throw .tooMany(count: names.count, max: Self.namesMax)
        }
        let commonName = names[0]
        let further = names.dropFirst()
        switch self {
        case .single:
            try refuseWildcards(names)
            let pair =
                commonName.hasPrefix("www.")
                ? String(commonName.dropFirst(4)) : "www." + commonName
            if let name = further.first(where: { $0 != pair }) { throw .notAllowed(name: name) }
        case .plain:
            try refuseWildcards(names)
        case .wildcard:
            guard commonName.hasPrefix("*.") else { throw .wildcardNeeded(name: commonName) }
            let base = String(commonName.dropFirst(2))
            if let name = further.first(where: { !Domain.isBelow($0, base) }) {
                throw .notBelow(name: name, base: base)
            }
        case .any, .none:
            break
        }
    }

    private func refuseWildcards(_ names: [String]) throws(NameProblem) {
        if names[0].hasPrefix("*.") { throw .wildcardAsCommonName(name: names[0]) }
        if let name = names.first(where: { $0.hasPrefix("*.") }) {
            throw .wildcardRefused(name: name)
        }
    }
}

/// Why a product does not certify these names.
package enum NameProblem: Error, Equatable {
    case tooMany(count: Int, max: Int)
    case wildcardAsCommonName(name: String)
    case wildcardRefused(name: String)
    case wildcardNeeded(name: String)
    case notBelow(name: String, base: String)
    case notAllowed(name: String)
}
