package import HTTPTypes

/// Which proxies are believed when they say whom they ask for, and how they say it.
///
/// Whoever writes to this server can write any header. So what a header says counts only as far as
/// trusted proxies vouch for it: each of them adds the other end of its own connection on the
/// right, and the list is read from there. The first that is no trusted proxy is the client; what
/// stands to the left of it is its own word, and is nothing.
package struct TrustedProxies: Sendable {
    /// One of them, not both: a proxy that adds to the one hands the other on as the client wrote
    /// it.
    package enum Header: String, CaseIterable, Sendable {
        case forwardedFor = "x-forwarded-for"
        /// RFC 7239.
        case forwarded
    }

    package static let blocksMax = 64
    package static let none = TrustedProxies([], header: .forwardedFor)
    /// What stands further to the left is not read: nobody has so many proxies.
    static let hopsMax = 32

    private let blocks: [AddressBlock]
    private let header: Header

    package init(_ blocks: [AddressBlock], header: Header) {
        self.blocks = blocks
        self.header = header
    }

    /// Whom the proxies name as the client. Nil where the other end is no trusted proxy, or names
    /// nobody.
    package func client(
        in headers: HTTPFields, from peer: @autoclosure () -> String?
    ) -> String? {
        client(from: peer()) { name in HTTPField.Name(name).map { headers[values: $0] } ?? [] }
    }

    /// - Parameter fields: the values of a header, by its name.
    func client(
        from peer: @autoclosure () -> String?, _ fields: (_ name: String) -> [String]
    ) -> String? {
        guard !blocks.isEmpty, let peer = peer().flatMap(PeerAddress.init), trusts(peer) else {
            return nil
        }
        var client: PeerAddress?
        for hop in hops(in: fields(header.rawValue)) {
            // Somebody unnamed: who stands before is not known.
            guard let address = address(in: hop) else { break }
            client = address
            guard trusts(address) else { break }
        }
        return client?.text
    }

    private func trusts(_ address: PeerAddress) -> Bool {
        blocks.contains { $0.holds(address) }
    }

    /// The members of the list, the last one first. Commas are commas, in quotation marks as well:
    /// a client that opens some cannot hide what a proxy has put behind.
    private func hops(in values: [String]) -> [Substring] {
        values.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
            .suffix(Self.hopsMax).reversed()
    }

    private func address(in hop: Substring) -> PeerAddress? {
        switch header {
        case .forwardedFor: return Self.address(node: hop)
        case .forwarded:
            let pair = hop.split(separator: ";").map { $0.split(separator: "=", maxSplits: 1) }
                .first { $0.count == 2 && $0[0].trimmed.lowercased() == "for" }
            return pair.flatMap { Self.address(node: $0[1].trimmed.unquoted) }
        }
    }

    /// An address with or without a port; one of IPv6 is in brackets where it has a port.
    private static func address(node: Substring) -> PeerAddress? {
        let node = node.trimmed
        if node.first == "[" {
            guard let end = node.firstIndex(of: "]") else { return nil }
            return PeerAddress(String(node[node.index(after: node.startIndex)..<end]))
        }
        if let address = PeerAddress(String(node)) { return address }
        let parts = node.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, UInt16(parts[1]) != nil else { return nil }
        return PeerAddress(String(parts[0]))
    }
}

extension Substring {
    /// Without the blanks that may stand around parts of a header (RFC 9110, section 5.6.3).
    var trimmed: Substring {
        let start = drop { $0 == " " || $0 == "\t" }
        guard let end = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return start }
        return start[...end]
    }

    fileprivate var unquoted: Substring {
        guard count >= 2, first == "\"", last == "\"" else { return self }
        return dropFirst().dropLast()
    }
}
