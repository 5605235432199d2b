import DomainControl
import OrderCore
import TestKit
import Testing

/// The checks against a DNS server and a web server of the test's own.
@Suite struct ControlCheckerTests {
    private static let value = "fdy6m0wy5lq063sz4h0r6qmdt722gyfc"
    private static let name = "www.example.org"

    private struct Net {
        let dns: DNSStand
        let web: WebStand
        let checker: NetworkChecker

        init() throws {
            dns = try DNSStand()
            web = try WebStand()
            let resolver = try AresResolver(nameservers: dns.address)
            checker = NetworkChecker(
                resolver: resolver,
                pages: WebPages(
                    resolver: resolver, ports: WebPages.Ports(http: web.port, https: web.port)),
                greeter: TLSGreeter(resolver: resolver, port: web.port))
        }

        func check(_ method: ControlMethod, values: [String] = [value]) async -> ControlFinding {
            await checker.check(ControlQuestion(name: name, method: method, values: values))
        }
    }

    @Test("a TXT record with the value shows control, also one of many and a long one's neighbour")
    func texts() async throws {
        let net = try Net()
        net.dns.set(Self.name, [.text("v=spf1 -all"), .text(String(repeating: "x", count: 300))])
        #expect(
            await net.check(.dnsTXT)
                == .missing("2 TXT records at \(Self.name), none with the value"))
        net.dns.set(Self.name, [.text("v=spf1 -all"), .text(Self.value)])
        #expect(await net.check(.dnsTXT) == .shown)
        #expect(await net.check(.dnsTXT, values: ["other", Self.value]) == .shown)
        #expect(await net.check(.dnsTXT, values: ["other"]) != .shown)
        #expect(await net.check(.dnsTXT, values: []) == .missing("there is no value in force"))
        net.dns.set(Self.name, [.text("prefix " + Self.value)])
        #expect(await net.check(.dnsTXT) != .shown)
    }

    @Test("a name that is an alias has its TXT record below a label of its own")
    func underscored() async throws {
        let net = try Net()
        net.dns.set(Self.name, [.alias("cdn.example.net")])
        #expect(await net.check(.dnsTXT) != .shown)
        net.dns.set("_dnsauth." + Self.name, [.text(Self.value)])
        #expect(await net.check(.dnsTXT) == .shown)
    }

    @Test("a CNAME record of the value to the target shows control", arguments: ["", "_"])
    func aliases(prefix: String) async throws {
        let net = try Net()
        let owner = "\(prefix)\(Self.value).\(Self.name)"
        net.dns.set(owner, [.alias("elsewhere.example.net")])
        #expect(await net.check(.dnsCNAME) != .shown)
        net.dns.set(owner, [.alias("DCV.digicert.com")])
        #expect(await net.check(.dnsCNAME) == .shown)
    }

    @Test("a file with the value shows control", arguments: [ControlMethod.http, .httpDynamic])
    func files(method: ControlMethod) async throws {
        let net = try Net()
        let path = ControlPlace.path(method, value: Self.value)
        #expect(await net.check(method) == .missing("\(Self.name) has no address"))
        net.dns.set(Self.name, [.address("127.0.0.1")])
        #expect(await net.check(method) == .missing("http://\(Self.name)\(path) answers 404"))
        net.web.set(Self.name + path, .text("not it"))
        #expect(await net.check(method) != .shown)
        net.web.set(Self.name + path, .text("\(Self.value)\n"))
        #expect(await net.check(method) == .shown)
    }

    @Test("redirects are followed to names, and not for ever")
    func redirects() async throws {
        let net = try Net()
        let path = ControlPlace.path(.http, value: Self.value)
        net.dns.set(Self.name, [.address("127.0.0.1")])
        net.dns.set("files.example.net", [.address("127.0.0.1")])
        net.web.set(Self.name + path, .redirect("http://files.example.net/value"))
        net.web.set("files.example.net/value", .text(Self.value))
        #expect(await net.check(.http) == .shown)
        net.web.set(Self.name + path, .redirect("http://127.0.0.1/value"))
        #expect(
            await net.check(.http)
                == .missing("http://\(Self.name)\(path) redirects to no page that is followed"))
        net.web.set(Self.name + path, .redirect(path))
        #expect(
            await net.check(.http)
                == .missing("http://\(Self.name)\(path) redirects more than 3 times"))
    }

    @Test("a page that is too long is not read to its end")
    func long() async throws {
        let net = try Net()
        net.dns.set(Self.name, [.address("127.0.0.1")])
        let long = Self.value + "\n" + String(repeating: "x", count: WebPages.octetsMax)
        net.web.set(Self.name + ControlPlace.path(.http, value: Self.value), .text(long))
        #expect(await net.check(.http) != .shown)
    }

    @Test("the name of a dynamic file does not give the value away")
    func fileName() {
        let path = ControlPlace.path(.httpDynamic, value: Self.value)
        #expect(path == "/.well-known/pki-validation/ff120e97146928e3.txt")
        #expect(!path.contains(Self.value.prefix(4)))
    }

    @Test("many questions at once are all answered")
    func many() async throws {
        let net = try Net()
        for number in 0..<50 { net.dns.set("h\(number).example.org", [.text("v\(number)")]) }
        let shown = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<50 {
                group.addTask {
                    await net.checker.check(
                        ControlQuestion(
                            name: "h\(number).example.org", method: .dnsTXT,
                            values: ["v\(number)"])) == .shown
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(shown == 50)
    }
}
