import Foundation
import Issuance
import OrderCore
import Registration
import Storage
import TestKit
import Testing

@testable import Server

/// The address that certificates name, whoever has them signed.
@Suite struct PublicationTests {
    private static let chosen = PublishedAddress(url: "http://ca.example.com", isChosen: true)
    private static let listening = PublishedAddress(url: "http://127.0.0.1:9000", isChosen: false)

    @Test("what is set wins over what was kept, and that over where the server listens")
    func order() async throws {
        let set = Settings.Publication(
            chosenURL: "http://new.example.com", listenURL: "http://127.0.0.1:8080", pagesURL: nil)
        let unset = Settings.Publication(
            chosenURL: nil, listenURL: "http://127.0.0.1:8080", pagesURL: nil)
        let new = PublishedAddress(url: "http://new.example.com", isChosen: true)
        let here = PublishedAddress(url: "http://127.0.0.1:8080", isChosen: false)
        for kept in [nil, Self.chosen, Self.listening] {
            #expect(set.address(for: .server, kept: kept) == new)
            #expect(set.address(for: .command, kept: kept) == new)
        }
        #expect(unset.address(for: .server, kept: nil) == here)
        #expect(unset.address(for: .command, kept: nil) == here)
        #expect(unset.address(for: .server, kept: Self.chosen) == Self.chosen)
        #expect(unset.address(for: .command, kept: Self.chosen) == Self.chosen)
        // A server that listens elsewhere than the one before is found there.
        #expect(unset.address(for: .server, kept: Self.listening) == here)
        #expect(unset.address(for: .command, kept: Self.listening) == Self.listening)
    }

    @Test("a server that has another address than the one before is told of both")
    func change() async throws {
        let folder = try await DataFolder()
        #expect(try await folder.change(["publication.url": "http://a.example"]) == nil)
        #expect(try await folder.change(["publication.url": "http://a.example"]) == nil)
        #expect(try await folder.change([:]) == nil)
        #expect(
            try await folder.change(["publication.url": "http://b.example"])
                == ["http://a.example", "http://b.example"])
    }

    @Test("a command has certificates name what a flag told the server, and the change is noted")
    func flag() async throws {
        let folder = try await DataFolder()
        let first = try await folder.serve(["publication.url": "http://ca.example.com/"])
        #expect(try await folder.newPointer("Second CA") == "http://ca.example.com/crl/1.crl")
        // Not written anew where it is the same.
        let again = try await folder.serve([:])
        #expect(again == first)
        #expect(try await folder.newPointer("Third CA") == "http://ca.example.com/crl/1.crl")
        _ = try await folder.serve(["publication.url": "http://pki.example.com"])
        #expect(try await folder.newPointer("Fourth CA") == "http://pki.example.com/crl/1.crl")
        let entries = try await folder.entries(about: "publication")
        #expect(
            entries.last?.hasSuffix(
                #""before":{"url":"http://ca.example.com"},"#
                    + #""after":{"url":"http://pki.example.com"}}]"#
            ) == true, "\(entries)")
    }
}

extension DataFolder {
    /// As a server with these flags starts. Returns how many entries there are about addresses.
    fileprivate func serve(_ flags: [String: String]) async throws -> Int {
        let settings = try await Settings.read(dataFolder: path, flags: flags, file: nil)
        let opened = try await Installation.open(settings, for: .server)
        let author = Author(.operator, name: "test", operation: "chancery serve")
        try await Author.$current.withValue(author) { try await opened.keepAddress() }
        try await opened.close()
        return try await entries(about: "publication").count
    }

    /// The addresses before and after such a start, where they differ.
    fileprivate func change(_ flags: [String: String]) async throws -> [String]? {
        let settings = try await Settings.read(dataFolder: path, flags: flags, file: nil)
        let opened = try await Installation.open(settings, for: .server)
        let author = Author(.operator, name: "test", operation: "chancery serve")
        let change = try await Author.$current.withValue(author) {
            try await opened.keepAddress()
        }
        try await opened.close()
        return change.map { [$0.before, $0.now] }
    }

    /// Which list a new authority names for its own revocation.
    fileprivate func newPointer(_ name: String) async throws -> String? {
        let pem = try await withInstallation { opened in
            let subject = try Subject([.init(.country, "se"), .init(.commonName, name)])
            return try await opened.workshop().create(NewAuthority(subject, role: .issuing))
                .certificate.pem
        }
        let text = try Command.openssl.succeed([
            "x509", "-noout", "-ext", "crlDistributionPoints", "-in",
            try scratch.write("made.pem", pem),
        ])
        return text.split(whereSeparator: \.isWhitespace).first { $0.hasPrefix("URI:") }
            .map { String($0.dropFirst("URI:".count)) }
    }

    fileprivate func entries(about object: String) async throws -> [String] {
        try await withInstallation { opened in
            try await opened.auditExport.latest(100).filter { $0.content.object == object }
                .map(\.content.changes)
        }
    }
}
