package import Foundation

/// Why a draft is not signed.
package enum DraftProblem: Error, Hashable, Sendable {
    case endsBeforeItBegins
    /// The issuer's certificate ends before the draft does; the last moment it could sign for.
    case outlivesIssuer(until: Date)
    case beginsBeforeIssuer(from: Date)
    case keyNotAllowed(KeyKind)
    case keyTooSmall(bitsMin: Int)
    case noNames
    case tooManyNames
    case nameNotAllowed(String)
    case commonNameNotListed(String)
    case fieldNotAllowed(SubjectField)
    /// The issuer is for other purposes only.
    case purposeNotCovered(KeyPurpose)
    case fieldMissing(anyOf: [SubjectField])
}
