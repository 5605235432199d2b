import Foundation
import Issuance
package import OrderCore
package import Registration

extension SettingsProblem {
    /// The key of an authority that issues is not within reach: says where it ought to be.
    ///
    /// - Parameters:
    ///   - folder: of sealed keys.
    ///   - token: the one that is configured.
    package init(
        missingKeyOf name: String, at place: KeyPlace, folder: String, token: String?
    ) {
        let advice =
            switch (place, token) {
            case (.token, nil):
                """
                is on a token, and none is configured. Set pkcs11.module, pkcs11.token, and \
                pkcs11.pinfile or CHANCERY_PKCS11_PIN.
                """
            case (.token, let label?):
                """
                is not on the token "\(label)". See pkcs11.module and pkcs11.token; every node \
                needs the token, or one with the same keys.
                """
            case (.files, _), (.elsewhere, _):
                """
                is not in \(folder). Every node needs a copy of that folder, and of the secret \
                that seals it.
                """
            }
        self.init(description: "The key of the CA certificate \"\(name)\" \(advice)")
    }
}

extension Installation {
    /// Whether the file with the key of an authority should be here, and is not.
    package func lacksKeyFile(of entry: CAEntry) -> Bool {
        let file = Self.keyFolder(settings)
            .appending(path: entry.certificate.key.identifier.hex + BackupArchive.keySuffix)
        return entry.keyPlace == .files && !FileManager.default.fileExists(atPath: file.path)
    }
}
