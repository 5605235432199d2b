import ArgumentParser
import Foundation

extension Chancery {
    /// Runs the command that the arguments name.
    ///
    /// What a command refuses only once it runs, since it needs the settings for that, is answered
    /// with the usage of that command, as what the parser refuses; the library has that of the
    /// whole program there.
    static func main() async {
        do {
            var command = try parseAsRoot()
            do {
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
            } catch let refusal as ValidationError {
                refuse(refusal, usageString(for: type(of: command)))
            }
        } catch {
            exit(withError: error)
        }
    }

    private static func refuse(_ refusal: ValidationError, _ usage: String) -> Never {
        let words = usage.split(separator: " ").prefix { $0.first?.isLetter == true }
        let text = """
            Error: \(refusal.message)
            Usage: \(usage)
              See '\(words.joined(separator: " ")) --help' for more information.

            """
        FileHandle.standardError.write(Data(text.utf8))
        exit(withError: ExitCode.validationFailure)
    }
}
