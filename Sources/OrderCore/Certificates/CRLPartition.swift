package import Foundation

/// A part of what an issuer revokes, with a list of its own (RFC 5280 section 5.2.5).
///
/// Each certificate says where its list is. Parts are filled one after the other, so the
/// certificates of a part end at about the same time, and many that are revoked together are in few
/// of them.
package struct CRLPartition: Equatable, Sendable {
    package let id: ID<CRLPartition>
    package let issuerID: ID<CACertificate>
    /// From 0. Certificates from before there were parts belong to the first one.
    package let number: Int
    /// Under which its certificates say that it is published; absent: where that is now.
    package let publishedURL: String?

    package init(
        id: ID<CRLPartition>, issuerID: ID<CACertificate>, number: Int, publishedURL: String?
    ) {
        self.id = id
        self.issuerID = issuerID
        self.number = number
        self.publishedURL = publishedURL
    }

    /// How many certificates a part is for. Were all of them revoked, its list would have 200 KB.
    package static let certificatesMax = 4096
    /// How many places a node takes at once, to hand them out by itself.
    package static let placesTaken = 128
}

/// When revocation lists are made, and how long they hold.
package enum CRLSchedule {
    /// A list names its end that long after its beginning.
    package static let validitySeconds: TimeInterval = 7 * 86_400
    /// A list is made anew after that, with nothing revoked meanwhile.
    package static let renewalSeconds: TimeInterval = 86_400
    /// By so much the clocks of nodes may differ. One that is further ahead is taken for wrong.
    package static let clockSlackSeconds: TimeInterval = 60
    /// Revocations of so long go into one list.
    package static let gatheringSeconds: TimeInterval = 1
    /// In that time a revocation is in the list that is served, on a node that is not overloaded.
    package static let visibleSecondsMax = 5
    /// A list whose key is elsewhere is looked at again after that.
    package static let absentKeySeconds: TimeInterval = 3600

    /// Whoever has claimed a list makes it within that time, or another does.
    package static let leaseSeconds: TimeInterval = 60
    package static let claimedMax = 16

    /// When to try again after this many failures: 2, 4, 8 … seconds, ten minutes at most.
    package static func retryDelaySeconds(after attempts: Int) -> TimeInterval {
        min(pow(2, Double(attempts)), 600)
    }

    /// The number of the next list: above the one before, and no less than the seconds since 1970.
    /// So a number that was given after a backup is not given again once that is restored.
    package static func number(after previous: Int64?, at begin: Date) -> Int64 {
        max((previous ?? 0) + 1, Int64(begin.timeIntervalSince1970))
    }
}
