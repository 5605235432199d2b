import Configuration
import Foundation
import OrderCore
package import PKCS11Driver

extension Settings {
    /// What seals private keys.
    package enum Sealing: Sendable {
        case passphrase(String)
        case keyFile(String)
        /// A key file that systemd hands to the service; who else may read it is systemd's affair.
        case credential(String)
    }

    /// A PKCS #11 token that keys are kept on.
    package struct Token: Sendable {
        package let place: TokenPlace
        package let pin: TokenPIN
    }
}

/// What systemd hands to a service beside its settings (`LoadCredential=` and its kin).
struct Credentials {
    private let folder: String?

    init(environment: [String: String]) {
        folder = environment["CREDENTIALS_DIRECTORY"]
    }

    /// The path of a credential, if it was handed over.
    func path(of name: String) -> String? {
        guard let path = folder.map({ "\($0)/\(name)" }),
            FileManager.default.fileExists(atPath: path)
        else { return nil }
        return path
    }
}

extension Settings.Sealing {
    /// What is set wins over what systemd hands over, and that over the file in the data folder.
    init(_ reader: ConfigReader, _ credentials: Credentials, dataFolder: String) throws {
        if let passphrase = reader.string(forKey: "sealing.passphrase", isSecret: true) {
            self = .passphrase(passphrase)
        } else if let path = reader.string(forKey: "sealing.keyfile") {
            self = .keyFile(path)
        } else if let path = credentials.path(of: "sealing.passphrase") {
            self = .passphrase(try AuthorityFile.passphrase(in: path))
        } else if let path = credentials.path(of: "sealing.key") {
            self = .credential(path)
        } else {
            self = .keyFile(dataFolder + "/sealing.key")
        }
    }
}

extension Settings.Token {
    static let sessionsMax = 64

    /// Nil where no token is configured.
    init?(_ reader: ConfigReader, _ credentials: Credentials) throws {
        let module = reader.string(forKey: "pkcs11.module")
        let label = reader.string(forKey: "pkcs11.token")
        guard module != nil || label != nil else { return nil }
        guard let module, let label else {
            throw SettingsProblem(description: "pkcs11.module and pkcs11.token belong together")
        }
        let sessions = try reader.number(
            "pkcs11.sessions", in: 1...Self.sessionsMax, else: TokenKeeper.sessionsMaxUsual)
        place = TokenPlace(modulePath: module, tokenLabel: label, sessionsMax: sessions)
        if let text = reader.string(forKey: "pkcs11.pin", isSecret: true) {
            pin = TokenPIN(text)
        } else if let path = reader.string(forKey: "pkcs11.pinfile") {
            pin = TokenPIN(try AuthorityFile.ownPassphrase(in: path))
        } else if let path = credentials.path(of: "pkcs11.pin") {
            pin = TokenPIN(try AuthorityFile.passphrase(in: path))
        } else {
            throw SettingsProblem(
                description: """
                    The PIN of the token "\(label)" is missing: set pkcs11.pinfile, or \
                    CHANCERY_PKCS11_PIN, or the credential pkcs11.pin
                    """)
        }
    }
}

extension KeyPlace {
    /// Where the keys of a new installation are made.
    init(_ reader: ConfigReader) throws {
        let word = reader.string(forKey: "founding.keys", default: "files")
        guard let place = KeyPlace(rawValue: word), place != .elsewhere else {
            throw SettingsProblem(description: "founding.keys is \"\(word)\", files or token")
        }
        self = place
    }
}
