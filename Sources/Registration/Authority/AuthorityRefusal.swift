package import Issuance
package import OrderCore
package import Storage

/// Why the CA is not changed as asked, in words for whoever runs it.
package enum AuthorityRefusal: Error, Equatable, CustomStringConvertible {
    case unknown(ID<CACertificate>)
    case retired(String)
    case ended(String, on: String)
    case notRetired(String)
    case lastIssuing(String)
    case lastIssuingListed(String)
    case issuesNothing(String)
    case notFor(String, product: String, purpose: String)
    case notForAll(String, purposes: [String], products: [String])
    case nameTaken(String, by: ID<CACertificate>)
    case noParent
    case severalParents([ID<CACertificate>])
    case notAbove(String)
    case pathEnds(String)
    case nothingBelow
    case keyElsewhere(String)
    case keyOnToken(String)
    case notBegun(String, at: String)
    case outlived(String, until: String)
    case pathTooLong(String, lengthMax: Int)
    case ownKey(String)
    case keyLost
    case noToken
    case rolledElsewhere
    case revoked(String)
    case rootEndless(String)
    case listElsewhere(String, above: String)
    case listMadeHere(String)
    case listUnfit(String, ForeignListProblem)
    case listNotBegun(String, at: String)
    case listEnded(String, on: String)
    case listOlder(String, number: Int64)
    case foreignEnded(String, on: String)
    case unknownCross(ID<CrossCertificate>)
    case unknownRequest(String)
    case changedMeanwhile

    package var description: String {
        switch self {
        case .unknown(let id):
            "There is no CA certificate \(id). See: chancery ca list"
        case .retired(let name): "\(name.quoted) is retired."
        case .ended(let name, let end):
            "\(name.quoted) ended on \(end), and signs nothing any more."
        case .notRetired(let name): "\(name.quoted) is not retired."
        case .lastIssuing(let name):
            """
            \(name.quoted) is the only one that issues. Make another one first (chancery ca \
            create), or roll it over (chancery ca roll).
            """
        case .lastIssuingListed(let name):
            """
            The list of \(name.quoted) revokes all that issue here. Make another one first \
            (chancery ca create), then publish the list.
            """
        case .issuesNothing(let name):
            "\(name.quoted) does not sign orders: it stands above those that do."
        case .notFor(let name, let product, let purpose):
            "\(name.quoted) is not for \(product): its own certificate leaves out \(purpose)."
        case .notForAll(let name, let purposes, let products):
            """
            \(name.quoted) is not for all products: its own certificate leaves out \
            \(purposes.joined(separator: ", ")). Say with --product which ones it is to sign. It \
            is for \(products.isEmpty ? "none" : products.joined(separator: ", ")).
            """
        case .nameTaken(let name, let id):
            """
            CA certificate \(id) bears the name \(name.quoted). Take another name, or roll that \
            one over: chancery ca roll \(id)
            """
        case .noParent:
            """
            No root is here whose key is within reach. Make one (--root), or have the certificate \
            signed elsewhere: chancery ca request
            """
        case .severalParents(let ids):
            """
            Several could sign it: \(ids.map(\.description).joined(separator: ", ")). Say which \
            one with --under.
            """
        case .notAbove(let name): "\(name.quoted) signs no other authorities."
        case .pathEnds(let name):
            """
            The certificate of \(name.quoted) has a path length of 0: no authority may stand \
            below it.
            """
        case .nothingBelow:
            """
            An intermediate with a path length of 0 could sign neither orders nor authorities. \
            Give it 1 at least, or leave --intermediate out.
            """
        case .keyElsewhere(let name):
            """
            The key of \(name.quoted) is not within reach. Have the certificate signed where it \
            is: chancery ca request
            """
        case .keyOnToken(let name):
            """
            The key of \(name.quoted) is on a token that is not within reach. See pkcs11.module \
            and pkcs11.token.
            """
        case .notBegun(let name, let begin):
            "\(name.quoted) begins at \(begin), and signs nothing before. See the machine's clock."
        case .outlived(let name, let end):
            "\(name.quoted) ends on \(end), and nothing below it can last longer. See --days."
        case .pathTooLong(let name, let lengthMax):
            """
            The certificate of \(name.quoted) allows \(lengthMax) levels of authorities below the \
            new one.
            """
        case .revoked(let name): "\(name.quoted) is revoked."
        case .rootEndless(let name):
            """
            \(name.quoted) is a root: nothing stands above it that could revoke it. Retire it, and \
            have everyone stop trusting it.
            """
        case .listElsewhere(let name, let above):
            """
            \(name.quoted) was signed by \(above.quoted), whose key is elsewhere. Revoke it where \
            that is, then bring the list here: chancery ca publish
            """
        case .listMadeHere(let name):
            "The key of \(name.quoted) is here: its lists are made and renewed by the server."
        case .listUnfit(let name, let problem): problem.phrase(name)
        case .listNotBegun(let name, let begin):
            """
            The list of \(name.quoted) begins at \(begin) (thisUpdate), which is still to come. \
            See the clocks here and where it was signed.
            """
        case .listEnded(let name, let end):
            "The list of \(name.quoted) ended on \(end). Have a new one made."
        case .listOlder(let name, let number):
            "The list of \(name.quoted) that is published, number \(number), is as new or newer."
        case .foreignEnded(let name, let end):
            "The certificate of \(name.quoted) ended on \(end): nobody vouches for it any more."
        case .unknownCross(let id): "There is no cross certificate \(id)."
        case .unknownRequest(let keyID):
            "No key \(keyID) waits for its certificate. See: chancery ca list --requests"
        case .keyLost:
            "The key had a certificate that was revoked here for keyCompromise; use another key."
        case .rolledElsewhere:
            """
            Its key is kept elsewhere: have it rolled over there, and bring what comes of it with \
            chancery ca import --replaces.
            """
        case .noToken: "No token is configured. Set pkcs11.module and pkcs11.token."
        case .ownKey(let name): "\(name.quoted) signs its own key in its own certificate only."
        case .changedMeanwhile: "The CA was changed at the same time. Try again."
        }
    }
}
