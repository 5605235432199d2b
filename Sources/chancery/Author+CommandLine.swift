import ArgumentParser
import Foundation
import OrderCore

extension Author {
    /// Whoever runs this command, by the name of the account, or of the one that `sudo` was asked
    /// from.
    static var commandLine: Author {
        let account = NSUserName()
        let asked = ProcessInfo.processInfo.environment["SUDO_USER"]
        let name = asked.map { "\($0) as \(account)" } ?? account
        return Author(.operator, name: name, operation: "chancery" + command)
    }

    /// The words of the command without what was given to it, which may be secret.
    private static var command: String {
        var words = ""
        var command: any ParsableCommand.Type = Chancery.self
        for argument in CommandLine.arguments.dropFirst() {
            let next = command.configuration.subcommands.first { $0.word == argument }
            guard let next else { break }
            words += " " + argument
            command = next
        }
        return words
    }
}

extension ParsableCommand {
    /// What it is called on the command line.
    fileprivate static var word: String {
        configuration.commandName ?? String(describing: self).lowercased()
    }
}
