import HTTPTypes
import Testing
import Web

/// Whom a request is believed to come from, behind proxies and without.
@Suite struct TrustedProxyTests {
    private static let blocks = ["192.0.2.1", "10.0.0.0/8", "fd00::/9"].compactMap(
        AddressBlock.init)
    private static let proxies = TrustedProxies(blocks, header: .forwardedFor)

    private static func client(_ lines: [String], from peer: String? = "10.1.2.3") -> String? {
        proxies.client(in: fields("X-Forwarded-For", lines), from: peer)
    }

    private static func fields(_ name: String, _ lines: [String]) -> HTTPFields {
        var fields = HTTPFields()
        for line in lines { fields.append(HTTPField(name: .init(name)!, value: line)) }
        return fields
    }

    @Test(
        "the client is the first from the right that is no trusted proxy",
        arguments: [
            (["198.51.100.7"], "198.51.100.7"),
            (["203.0.113.9, 198.51.100.7"], "198.51.100.7"),
            (["203.0.113.9, 198.51.100.7, 192.0.2.1, fd00::5"], "198.51.100.7"),
            (["203.0.113.9", "198.51.100.7, 10.9.9.9"], "198.51.100.7"),
            (["198.51.100.7:4711"], "198.51.100.7"),
            (["\t[2001:DB8:0::7]:4711 "], "2001:db8::7"), (["2001:db8::7"], "2001:db8::7"),
            (["::ffff:198.51.100.7"], "198.51.100.7"),
            // Nobody but proxies: the one that is furthest away.
            (["10.0.0.7, 10.0.0.8"], "10.0.0.7"),
        ])
    func found(lines: [String], client: String) {
        #expect(Self.client(lines) == client)
    }

    @Test(
        "who is not named, or badly, is not known, and neither is who stands before",
        arguments: [
            ([], nil), ([""], nil), (["unknown"], nil), (["198.51.100.7,"], nil),
            (["198.51.100.7, unknown, 10.0.0.8"], "10.0.0.8"), (["198.51.100.300"], nil),
            (["198.51.100.7:99999"], nil), (["[2001:db8::7"], nil),
            (["198.51.100.7 10.0.0.8"], nil),
        ] as [([String], String?)])
    func unknown(lines: [String], client: String?) {
        #expect(Self.client(lines) == client)
    }

    @Test(
        "nobody else is believed, whatever they write",
        arguments: [
            "192.0.2.2", "11.0.0.1", "fd80::1", "::1", "2001:db8::10.1.2.3", "nonsense", nil,
        ])
    func strangers(peer: String?) {
        #expect(Self.client(["198.51.100.7"], from: peer) == nil)
    }

    @Test(
        "proxies are known in each of their clothes",
        arguments: ["192.0.2.1", "10.255.0.1", "::ffff:10.0.0.1", "fd7f::1"])
    func trusted(peer: String) {
        #expect(Self.client(["198.51.100.7"], from: peer) == "198.51.100.7")
        let none = TrustedProxies.none
        let fields = Self.fields("X-Forwarded-For", ["198.51.100.7"])
        #expect(none.client(in: fields, from: peer) == nil)
    }

    @Test(
        "Forwarded is read as well, where it is what the proxies write",
        arguments: [
            (["for=198.51.100.7"], "198.51.100.7"),
            (["for=203.0.113.9;proto=https, For=\"198.51.100.7:80\";by=10.0.0.1"], "198.51.100.7"),
            (["by=10.0.0.1; for=\"[2001:db8::7]:80\", for=10.0.0.2"], "2001:db8::7"),
            // Left open by the client: what the proxy put behind is read all the same.
            (["for=\"203.0.113.9, for=198.51.100.7"], "198.51.100.7"),
            (["for=203.0.113.9, for=_hidden"], nil), (["proto=https"], nil),
        ] as [([String], String?)])
    func forwarded(lines: [String], client: String?) {
        let proxies = TrustedProxies(Self.blocks, header: .forwarded)
        let fields = Self.fields("Forwarded", lines)
        #expect(proxies.client(in: fields, from: "10.1.2.3") == client)
        // A client may write the one that they hand on.
        let other = Self.fields("X-Forwarded-For", ["203.0.113.9"])
        #expect(proxies.client(in: other, from: "10.1.2.3") == nil)
        #expect(Self.proxies.client(in: fields, from: "10.1.2.3") == nil)
    }

    @Test(
        "what is no address and no network is refused",
        arguments: [
            "", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.1/8", "fd00::/129", "0.0.0.0/0",
            "::/0", "10.0.0.0/8/8", "10.0.0.0/", "/8", "fd00::1/9",
        ])
    func blocks(text: String) {
        #expect(AddressBlock(text) == nil)
    }
}
