import Foundation
import OrderCore
import Testing

@Suite struct DomainTests {
    static let now = Date(timeIntervalSince1970: 1_767_614_400)

    private func domain(
        _ method: ControlMethod, isActive: Bool = true, validUntil: Date? = .distantFuture
    ) -> Domain {
        Domain(
            id: 1, accountID: 1, containerID: 1, organizationID: nil, name: "example.com",
            isActive: isActive, createdAt: Self.now, validationTypes: [.dv],
            control: DomainControl(
                method: method, token: nil, submittedAt: nil,
                proof: validUntil.map {
                    DomainControl.Proof(date: Self.now, validUntil: $0, method: method)
                }))
    }

    static let names = [
        "example.com", "www.example.com", "a.b.example.com", "*.example.com", "*.a.example.com",
        "notexample.com", "example.com.org", "com", "*.com", "",
    ]

    @Test(
        "mail and DNS prove a name and all below it",
        arguments: [ControlMethod.email, .dnsTXT, .dnsCNAME])
    func wide(method: ControlMethod) {
        #expect(
            Self.names.filter { domain(method).covers($0, at: Self.now) }
                == [
                    "example.com", "www.example.com", "a.b.example.com", "*.example.com",
                    "*.a.example.com",
                ])
    }

    @Test("HTTP proves the one host", arguments: [ControlMethod.http, .httpDynamic])
    func exact(method: ControlMethod) {
        #expect(
            Self.names.filter { domain(method).covers($0, at: Self.now) } == ["example.com"])
    }

    @Test("what counts is how a domain was proved, not how it will be the next time")
    func methodOfProof() {
        var wide = domain(.dnsTXT)
        wide.control.method = .http
        #expect(wide.covers("www.example.com", at: Self.now))
        var exact = domain(.http)
        exact.control.method = .dnsTXT
        #expect(!exact.covers("www.example.com", at: Self.now))
    }

    @Test("a proof that has run out covers nothing, from its last moment on")
    func expired() {
        let second = Self.now.addingTimeInterval(1)
        #expect(domain(.dnsTXT, validUntil: second).covers("example.com", at: Self.now))
        #expect(!domain(.dnsTXT, validUntil: Self.now).covers("example.com", at: Self.now))
    }

    @Test("without a proof, or switched off, a domain covers nothing")
    func unproved() {
        #expect(!domain(.dnsTXT, validUntil: nil).covers("example.com", at: Self.now))
        #expect(!domain(.dnsTXT, isActive: false).covers("example.com", at: Self.now))
    }

    @Test(
        "a name lies below another at the borders of labels only",
        arguments: [
            ("example.com", "example.com", true), ("*.example.com", "example.com", true),
            ("www.example.com", "example.com", true), ("*.www.example.com", "example.com", true),
            ("notexample.com", "example.com", false), ("*.notexample.com", "example.com", false),
            ("example.com", "www.example.com", false), ("com", "example.com", false),
            (".example.com", "example.com", true), ("example.com.org", "example.com", false),
        ])
    func below(name: String, base: String, isBelow: Bool) {
        #expect(Domain.isBelow(name, base) == isBelow)
    }

    @Test("all methods but mail work with a token")
    func tokens() {
        #expect(ControlMethod.allCases.filter { !$0.usesToken } == [.email])
    }
}
