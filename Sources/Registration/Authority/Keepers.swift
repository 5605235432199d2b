package import Issuance
import OrderCore

/// The keepers of an installation, by place.
package struct Keepers: Sendable {
    package let files: any Keeper
    package let token: (any Keeper)?
    /// Takes in keys that were made elsewhere.
    package let intake: (any KeyIntake)?

    package init(
        files: any Keeper, token: (any Keeper)? = nil, intake: (any KeyIntake)? = nil
    ) {
        self.files = files
        self.token = token
        self.intake = intake
    }

    /// Signs with every key there is.
    package var all: any Keeper {
        token.map { KeyRing(files, [$0]) } ?? files
    }

    /// Makes keys in a place.
    func keeper(at place: KeyPlace) throws(AuthorityRefusal) -> any Keeper {
        switch place {
        case .files: return files
        case .token:
            guard let token else { throw .noToken }
            return token
        case .elsewhere: throw .rolledElsewhere
        }
    }

    /// Where each key is that is within reach.
    func places() async throws -> [KeyIdentifier: KeyPlace] {
        var places: [KeyIdentifier: KeyPlace] = [:]
        for key in try await token?.keys() ?? [] { places[key.identifier] = .token }
        for key in try await files.keys() { places[key.identifier] = .files }
        return places
    }
}
