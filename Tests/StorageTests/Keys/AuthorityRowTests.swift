import Foundation
import OrderCore
import TestKit
import Testing

@testable import Storage

@Suite struct AuthorityRowTests {
    @Test("every change of the CA raises its version", arguments: Engine.all)
    func version(engine: Engine) async throws {
        try await engine.withStore { store in
            let versions = try await store.write { tx -> [Int64] in
                var versions = [try tx.authorityVersion()]
                let one = try tx.insert(Self.issuer("1"))
                versions.append(try tx.authorityVersion())
                let two = try tx.insert(Self.issuer("2"))
                try tx.set(IssuerChoice(product: nil, issuerID: one))
                versions.append(try tx.authorityVersion())
                try tx.retire(one, inFavourOf: two, at: noon)
                versions.append(try tx.authorityVersion())
                try tx.reinstate(one)
                try tx.setKeyPlace(.elsewhere, of: one, at: noon)
                versions.append(try tx.authorityVersion())
                _ = try tx.removeIssuerChoice(of: nil)
                _ = try tx.insert(
                    NewCrossCertificate(
                        issuerID: one, name: "Cross", keyID: "3", der: [1], createdAt: noon))
                versions.append(try tx.authorityVersion())
                return versions
            }
            #expect(versions == [0, 1, 3, 4, 6, 8])
        }
    }

    @Test("a retired issuer's choices go to its successor, or away", arguments: Engine.all)
    func retire(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.write { tx in
                let one = try tx.insert(Self.issuer("1"))
                let two = try tx.insert(Self.issuer("2"))
                try tx.set(IssuerChoice(product: nil, issuerID: one))
                try tx.set(IssuerChoice(product: "ssl_plus", issuerID: one))
                try tx.retire(one, inFavourOf: two, at: noon)
                #expect(
                    try tx.issuerChoices() == [
                        IssuerChoice(product: nil, issuerID: two),
                        IssuerChoice(product: "ssl_plus", issuerID: two),
                    ])
                try tx.retire(two, inFavourOf: nil, at: noon)
                #expect(try tx.issuerChoices() == [])
                let read = try tx.issuers()
                #expect(read.map(\.retiredAt) == [noon, noon])
                #expect(read.map(\.successorID) == [two, nil])
            }
        }
    }

    @Test(
        "roles, places and cross certificates are read as they were written", arguments: Engine.all)
    func roundTrip(engine: Engine) async throws {
        try await engine.withStore { store in
            try await store.write { tx in
                let root = try tx.insert(
                    NewIssuer(
                        parentID: nil, name: "Root", keyID: "1", der: [1], createdAt: noon,
                        keyPlace: .elsewhere))
                let middle = try tx.insert(
                    NewIssuer(
                        parentID: root, name: "Middle", keyID: "2", der: [2], createdAt: noon,
                        role: .intermediate, keyPlace: .token))
                _ = try tx.insert(
                    NewIssuer(
                        parentID: middle, name: "Low", keyID: "3", der: [3], createdAt: noon))
                let read = try tx.issuers()
                #expect(read.map(\.role) == [.root, .intermediate, .issuing])
                #expect(read.map(\.keyPlace) == [.elsewhere, .token, .files])
                let id = try tx.insert(
                    NewCrossCertificate(
                        issuerID: root, name: "Other", keyID: "9", der: [7, 7], createdAt: noon))
                let crosses = try tx.crossCertificates()
                #expect(crosses.map(\.id) == [id])
                #expect(crosses.map(\.issuerID) == [root])
                #expect(crosses.map(\.name) == ["Other"])
                #expect(crosses.map(\.keyID) == ["9"])
                #expect(crosses.map(\.der) == [[7, 7]])
                #expect(crosses.map(\.createdAt) == [noon])
            }
        }
    }

    private static func issuer(_ name: String) -> NewIssuer {
        NewIssuer(
            parentID: nil, name: name, keyID: name, der: [1], createdAt: noon, role: .issuing)
    }
}
