import TestKit

extension ScratchFolder {
    /// Has openssl make a root: `certificate.pem`, and its key in `key.pem`.
    func makeRoot(_ options: [String] = []) throws {
        try Command.openssl.succeed(
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                "-keyout", "key.pem", "-out", "certificate.pem", "-subj", "/CN=Root",
            ] + options, in: url)
    }
}
