import ArgumentParser
import Issuance
import OrderCore
import Registration
import Server

struct ProfileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile", abstract: "What certificates of each product say.",
        discussion: """
            Profiles are files. Those that come with the program serve every product; your own, in \
            the folder profiles of the data folder, take products from them. Servers read them at \
            their start.
            """,
        subcommands: [List.self, Show.self, Check.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the profiles, one a line.",
            discussion: "Columns: name, where it is from, title, and the products issued by it.")

        @OptionGroup var installation: InstallationOptions

        @Flag(help: "Print one JSON list.")
        var json = false

        func run() async throws {
            let book = try await installation.settings().profiles.book()
            let answers = book.files.map { ProfileAnswer($0, in: book) }
            guard !json else { return print(try JSONText.of(answers)) }
            for answer in answers {
                let products = answer.products.joined(separator: " ")
                print(
                    "\(answer.name)\t\(answer.file ?? "shipped")\t\(answer.title)\t\(products)")
            }
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a profile.",
            discussion: "Prints its file: to change a shipped one, save and edit what this prints.")

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The profile's name, as in tls_private.")
        var name: String

        @Flag(help: "Print one JSON object: what the file comes to.")
        var json = false

        func run() async throws {
            let profiles = try await installation.settings().profiles
            guard let file = try profiles.named(name) else {
                throw ValidationError(
                    "There is no profile \(name). There are: "
                        + (try profiles.book().files.map(\.name).joined(separator: ", ")))
            }
            guard json else { return print(file.text, terminator: "") }
            let book = try profiles.book(with: file)
            print(try JSONText.of(ProfileAnswer(file, in: book, isWhole: true)))
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "See whether a file is a profile.",
            discussion: """
                Reads the file as a server would, together with the profiles that come with the \
                program and those of the installation, in the place of one of its name. Ends with \
                1 where it is refused, and says where it stands and what would be right.
                """)

        @OptionGroup var installation: InstallationOptions

        @Argument(help: "The file.")
        var file: String

        @Flag(help: "Print one JSON object.")
        var json = false

        func run() async throws {
            do {
                let read = try ProfileFolder.file(file)
                let book = try await installation.settings().profiles.book(with: read)
                let answer = ProfileAnswer(read, in: book)
                guard !json else {
                    return print(try JSONText.of(ProfileVerdict(file: file, profile: answer)))
                }
                let products = answer.products.joined(separator: " ")
                print("\(file) is the profile \(read.name) of: \(products)")
            } catch let problem as ProfileProblem {
                guard json else { throw problem }
                print(try JSONText.of(ProfileVerdict(file: file, problem: problem)))
                throw ExitCode(1)
            }
        }
    }
}
