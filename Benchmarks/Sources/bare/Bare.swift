import Hummingbird

/// The baseline: what the framework does for a JSON answer when there is nothing behind it.
@main
struct Bare {
    struct Answer: ResponseEncodable {
        let message: String
    }

    static func main() async throws {
        let router = Router()
        router.get("/json") { _, _ in Answer(message: "Hello, World!") }
        let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 8081
        let application = Application(
            router: router,
            configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: nil))
        try await application.runService()
    }
}
