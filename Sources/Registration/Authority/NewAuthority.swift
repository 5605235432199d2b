import Foundation
package import Issuance
package import OrderCore

/// An authority as it is asked for.
package struct NewAuthority: Sendable {
    package let subject: Subject
    package let role: AuthorityRole
    package var key = KeyKind.p256
    package var keyPlace = KeyPlace.files
    /// Absent: as long as is usual.
    package var days: Int?
    /// Absent: the only root that can sign.
    package var parentID: ID<CACertificate>?
    /// None: for every purpose.
    package var purposes: [KeyPurpose] = []
    /// Of an intermediate: how many may stand below it.
    package var pathLength: Int?

    package init(_ subject: Subject, role: AuthorityRole) {
        self.subject = subject
        self.role = role
    }
}

/// How long authorities last, unless told otherwise.
enum AuthorityTerm {
    static let rootDays = 7305
    static let issuingDays = 3652
    static let headStartSeconds: TimeInterval = 3600

    static func days(_ role: AuthorityRole) -> Int {
        switch role {
        case .root: rootDays
        case .intermediate, .issuing: issuingDays
        }
    }
}
