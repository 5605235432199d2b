/// A page of the web, at the usual port of its scheme.
package struct PageAddress: Equatable, Sendable, CustomStringConvertible {
    package let scheme: String
    package let host: String
    package let path: String

    package init(scheme: String, host: String, path: String) {
        self.scheme = scheme
        self.host = host
        self.path = path
    }

    package var description: String { "\(scheme)://\(host)\(path)" }
}

package protocol PageFetcher: Sendable {
    func text(of page: PageAddress) async throws -> String
}

package struct PageProblem: Error, Equatable, CustomStringConvertible {
    package let description: String
}
