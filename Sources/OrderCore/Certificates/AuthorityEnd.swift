package import Foundation

/// Why and when the certificate of an authority stopped being good (RFC 5280 section 5.3.1).
package struct AuthorityEnd: Equatable, Sendable {
    package let reason: Reason
    package let date: Date

    package init(reason: Reason, date: Date) {
        self.reason = reason
        self.date = date
    }

    package enum Reason: String, CaseIterable, Sendable {
        case unspecified
        case caCompromise = "cACompromise"
        case affiliationChanged
        case superseded
        case cessationOfOperation

        /// The value of the CRLReason extension.
        package var crlCode: Int {
            switch self {
            case .unspecified: 0
            case .caCompromise: 2
            case .affiliationChanged: 3
            case .superseded: 4
            case .cessationOfOperation: 5
            }
        }
    }
}
