import Foundation
import Issuance
import Testing

@testable import Server

@Suite struct SealingProblemTests {
    private static let passphrase = Settings.Sealing.passphrase("open sesame")
    private static let keyFile = Settings.Sealing.keyFile("/etc/sealing.key")

    @Test(
        "a wrong secret is answered with what was given, and with what would be right",
        arguments: [
            (
                SecretForm.passphrase, passphrase,
                """
                Given was a passphrase. Give the right passphrase: CHANCERY_SEALING_PASSPHRASE, or \
                sealing.passphrase in the configuration.
                """
            ),
            (
                .passphrase, keyFile,
                """
                Given was the key file /etc/sealing.key. Give the right passphrase: \
                CHANCERY_SEALING_PASSPHRASE, or sealing.passphrase in the configuration.
                """
            ),
            (
                .keyFile, keyFile,
                """
                Given was the key file /etc/sealing.key. Name the right key file: \
                CHANCERY_SEALING_KEYFILE, or sealing.keyfile in the configuration.
                """
            ),
            (
                .keyFile, passphrase,
                """
                Given was a passphrase. Take the passphrase away, and name the key file if it is \
                not sealing.key in the data folder: CHANCERY_SEALING_KEYFILE, or sealing.keyfile \
                in the configuration.
                """
            ),
        ])
    func advice(form: SecretForm, given: Settings.Sealing, words: String) throws {
        let errors: [any Error] = [
            KeeperProblem.secretWrong(path: "keys/1.key", under: form),
            SecretBox.Problem.closed(under: form),
        ]
        for error in errors {
            let problem = SettingsProblem(opening: error, with: given)
            #expect(problem?.description == "\(error) \(words)")
            #expect("\(error)".contains(form == .passphrase ? "a passphrase" : "a key file"))
        }
    }

    @Test("other problems are none of the secret")
    func others() {
        for error in [KeeperProblem.damaged(path: "keys/1.key"), .exposed(path: "keys")] {
            #expect(SettingsProblem(opening: error, with: Self.keyFile) == nil)
        }
    }
}
