import CAres
import OrderCore

/// Asks DNS through c-ares, on a thread of its own.
package final class AresResolver: Resolver {
    private let thread: AresThread

    /// - Parameter nameservers: `ADDRESS` or `ADDRESS:PORT`, separated by commas; without any,
    ///   those of the machine.
    package init(nameservers: String?) throws {
        thread = try AresThread(nameservers: nameservers)
        thread.start()
    }

    deinit {
        thread.stop()
    }

    package func texts(of name: String) async throws -> [String] {
        try await ask(.txt, name).texts
    }

    package func aliases(of name: String) async throws -> [String] {
        try await ask(.cname, name).aliases
    }

    package func addresses(of name: String) async throws -> [String] {
        let first = try await ask(.a, name).addresses
        return first.isEmpty ? try await ask(.aaaa, name).addresses : first
    }

    package func authorities(of name: String) async throws -> [AuthorityRecord] {
        try await ask(.caa, name).authorities
    }

    private func ask(_ type: DNSType, _ name: String) async throws -> DNSReply {
        guard let octets = try await thread.ask(type, name) else { return try .none }
        do {
            return try DNSReply(octets)
        } catch {
            throw LookupProblem(description: "the reply about \(name) cannot be read")
        }
    }
}

extension DNSReply {
    /// A reply without answers.
    fileprivate static var none: DNSReply {
        get throws { try DNSReply(Array(repeating: 0, count: 12)) }
    }
}
