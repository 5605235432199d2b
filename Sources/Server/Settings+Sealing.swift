import Issuance

extension SettingsProblem {
    /// What was given does not open what is sealed: says what it was, and what would be right.
    package init?(opening error: any Error, with sealing: Settings.Sealing) {
        let form: SecretForm
        switch error {
        case KeeperProblem.secretWrong(_, let under): form = under
        case SecretBox.Problem.closed(let under): form = under
        default: return nil
        }
        self.init(description: "\(error) \(sealing.phrase) \(sealing.advice(for: form))")
    }
}

extension Settings.Sealing {
    fileprivate var phrase: String {
        switch self {
        case .passphrase: "Given was a passphrase."
        case .keyFile(let path), .credential(let path): "Given was the key file \(path)."
        }
    }

    fileprivate func advice(for form: SecretForm) -> String {
        switch (form, self) {
        case (.passphrase, _):
            """
            Give the right passphrase: CHANCERY_SEALING_PASSPHRASE, or sealing.passphrase in the \
            configuration.
            """
        case (.keyFile, .passphrase):
            """
            Take the passphrase away, and name the key file if it is not sealing.key in the data \
            folder: CHANCERY_SEALING_KEYFILE, or sealing.keyfile in the configuration.
            """
        case (.keyFile, .keyFile), (.keyFile, .credential):
            """
            Name the right key file: CHANCERY_SEALING_KEYFILE, or sealing.keyfile in the \
            configuration.
            """
        }
    }
}
