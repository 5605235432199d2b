/// In which form a secret is given. What is sealed says under which one, though not under which
/// secret.
package enum SecretForm: Hashable, Sendable {
    case passphrase
    case keyFile

    package var phrase: String {
        switch self {
        case .passphrase: "a passphrase"
        case .keyFile: "a key file"
        }
    }
}

extension SealingSecret {
    package var form: SecretForm {
        switch self {
        case .passphrase: .passphrase
        case .octets: .keyFile
        }
    }
}
