package import Foundation

/// Why and when a certificate stopped being good (RFC 5280 §5.3.1, the reasons of the contract).
package struct Revocation: Equatable, Sendable {
    package let reason: Reason
    package let date: Date

    package init(reason: Reason, date: Date) {
        self.reason = reason
        self.date = date
    }

    package enum Reason: String, CaseIterable, Sendable {
        case unspecified
        case keyCompromise
        case affiliationChanged
        case superseded
        case cessationOfOperation

        /// The value of the CRLReason extension.
        package var crlCode: Int {
            switch self {
            case .unspecified: 0
            case .keyCompromise: 1
            case .affiliationChanged: 3
            case .superseded: 4
            case .cessationOfOperation: 5
            }
        }
    }
}
