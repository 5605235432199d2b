/// Looks names up. What is not there is an empty list; only what could not be asked is an error.
package protocol Resolver: Sendable {
    /// Each record's strings joined, as one text.
    func texts(of name: String) async throws -> [String]
    /// Lower-cased, without the dot at the end.
    func aliases(of name: String) async throws -> [String]
    /// IPv4 first.
    func addresses(of name: String) async throws -> [String]
    /// Those at the name itself, or where it is an alias for.
    func authorities(of name: String) async throws -> [AuthorityRecord]
}

package struct LookupProblem: Error, Equatable, CustomStringConvertible {
    package let description: String
}
