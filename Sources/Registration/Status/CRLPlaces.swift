import OrderCore
import Storage
import Synchronization

/// Where a certificate would be listed if it were revoked.
struct CRLPlace: Sendable {
    let partitionID: ID<CRLPartition>
    let url: String
}

/// The places in revocation lists that this node has taken and not handed out yet.
///
/// Taking some at once keeps the count of a part right on any number of nodes, and costs the
/// certificates in between nothing. Places that a node did not hand out stay empty.
final class CRLPlaces: Sendable {
    private struct Taken {
        let place: CRLPlace
        var left: Int
    }

    private let taken = Mutex<[ID<CACertificate>: [Taken]]>([:])

    /// Whoever gets the place with so many behind it takes more, while others go on.
    private static let leftToTakeMore = CRLPartition.placesTaken / 4

    /// The next place, and whether to take more; none where there are none.
    func next(for issuer: ID<CACertificate>) -> (place: CRLPlace, isTimeToTakeMore: Bool)? {
        taken.withLock { taken in
            guard var first = taken[issuer]?.first else { return nil }
            first.left -= 1
            if first.left == 0 {
                taken[issuer]?.removeFirst()
            } else {
                taken[issuer]?[0] = first
            }
            let isLast = (taken[issuer]?.count ?? 0) <= 1
            return (first.place, isLast && first.left == Self.leftToTakeMore)
        }
    }

    func add(_ place: CRLPlace, for issuer: ID<CACertificate>) {
        taken.withLock {
            $0[issuer, default: []].append(Taken(place: place, left: CRLPartition.placesTaken))
        }
    }
}

extension Registry {
    /// A place for a certificate that is about to be signed.
    func crlPlace(for issuer: ID<CACertificate>) async throws -> CRLPlace {
        while true {
            guard let next = crlPlaces.next(for: issuer) else {
                try await takeCRLPlaces(for: issuer)
                continue
            }
            if next.isTimeToTakeMore { try await takeCRLPlaces(for: issuer) }
            return next.place
        }
    }

    /// Takes places below every issuer of orders, so that the first order does not wait for it.
    package func takeCRLPlaces() async throws {
        for issuer in authority.roster.issuing { try await takeCRLPlaces(for: issuer.id) }
    }

    private func takeCRLPlaces(for issuer: ID<CACertificate>) async throws {
        let now = clock.now
        let url = publication.baseURL
        let partition = try await database.write {
            try $0.takePlaces(for: issuer, published: url, at: now)
        }
        // A certificate is not handed out before its list can be fetched.
        try await CRLMaker(registry: self).makeFirst(of: partition.id)
        crlPlaces.add(
            CRLPlace(
                partitionID: partition.id,
                url: publication.crlURL(of: issuer, part: partition.number)),
            for: issuer)
    }
}
