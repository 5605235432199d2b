import ArgumentParser
import Issuance
import OrderCore
import Server

/// What commands that make keys for authorities have in common.
struct KeyForm: ParsableArguments {
    @Option(help: "Its key: p256, p384, p521, rsa2048, rsa3072 or rsa4096.")
    var key: KeyChoice?

    @Option(help: "Its organization. (default: the one of founding.organization)")
    var organization: String?

    @Option(help: "Its country, two letters. (default: the one of founding.country)")
    var country: String?

    @Flag(help: "Make the key on the token of pkcs11.module and pkcs11.token.")
    var token = false

    var place: KeyPlace { token ? .token : .files }

    func subject(_ name: String, else founding: Settings.FoundingWords) throws -> Subject {
        do {
            return try Subject([
                .init(.country, country ?? founding.country),
                .init(.organization, organization ?? founding.organization),
                .init(.commonName, name),
            ])
        } catch {
            throw ValidationError(
                "\(error.field.rawValue) cannot stand in a certificate: \(error.phrase).")
        }
    }
}

/// How long an authority is to last.
enum AuthorityDays {
    static let max = 36_525

    static func check(_ days: Int?) throws {
        guard let days else { return }
        guard (1...max).contains(days) else {
            throw ValidationError("--days is \(days); use 1 to \(max).")
        }
    }
}

/// How many authorities may stand below one.
enum PathLength {
    static func check(_ pathLength: Int?) throws {
        guard let pathLength, pathLength < 0 else { return }
        throw ValidationError("--path-length is \(pathLength); 0 at least.")
    }
}

/// The kinds of keys that authorities have.
enum KeyChoice: String, CaseIterable, ExpressibleByArgument {
    case p256, p384, p521, rsa2048, rsa3072, rsa4096

    var kind: KeyKind {
        switch self {
        case .p256: .p256
        case .p384: .p384
        case .p521: .p521
        case .rsa2048: .rsa(bits: 2048)
        case .rsa3072: .rsa(bits: 3072)
        case .rsa4096: .rsa(bits: 4096)
        }
    }
}

extension SubjectProblem {
    fileprivate var phrase: String {
        switch self {
        case .empty: "it is empty"
        case .meaningless: "it has no letter and no digit"
        case .tooLong(let field): "it has more than \(field.charactersMax) characters"
        case .repeated: "it is there twice"
        case .notCountryCode: "it is no code of two letters"
        case .notPrintable: "it has characters that cannot be written there"
        case .characterNotAllowed: "it has a control character"
        }
    }
}
