import ArgumentParser
import Server

struct InitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a new installation in the data folder.",
        discussion: """
            Makes a root and an issuing CA, an account with an administrator, an organization, a \
            validated domain, and an API key, which is printed this once. Where there is an \
            installation already, nothing is made and nothing changed. `chancery serve` does the \
            same at its first start.
            """)

    @OptionGroup var installation: InstallationOptions

    @Option(help: "The legal name of the organization that owns the CA.")
    var organization: String?

    @Option(help: "Its country, a code of two letters.")
    var country: String?

    @Option(help: "A domain that counts as validated from the start.")
    var domain: String?

    @Option(help: "The administrator's e-mail address.")
    var email: String?

    @Flag(help: "Make the keys on the token of pkcs11.module and pkcs11.token.")
    var token = false

    func run() async throws {
        let given = [
            "founding.organization": organization, "founding.country": country,
            "founding.domain": domain, "founding.email": email,
            "founding.keys": token ? "token" : nil,
        ]
        let flags = given.compactMapValues(\.self)
        let settings = try await installation.settings(flags)
        try await installation.withInstallation(flags, mayBeNew: true) { opened in
            guard let key = try await opened.foundIfNew() else {
                print(
                    "\(opened.databaseName) holds an installation already. Nothing was changed."
                )
                return
            }
            // Whatever fails from here on, the key has been told.
            print(
                FirstSteps.text(
                    apiKey: key, url: "http://\(settings.address)", domain: settings.founding.domain
                ))
            try await opened.keepAddress()
            print("Start the server with: chancery serve --data \(settings.dataFolder)")
        }
    }
}
