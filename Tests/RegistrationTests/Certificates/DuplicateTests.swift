import OrderCore
import Registration
import Storage
import Testing

@Suite struct DuplicateTests {
    @Test("duplicates are numbered from 1 and leave the primary certificate alone")
    func numbers() async throws {
        let house = try await House()
        let placed = try await house.place()
        let kinds = [
            try await house.duplicate(placed.order.id).certificate.kind,
            try await house.duplicate(placed.order.id).certificate.kind,
        ]
        #expect(kinds == [.duplicate(subID: 1), .duplicate(subID: 2)])
        let order = try await house.order(placed.order.id)
        #expect(order?.primaryCertificateID == placed.certificate.id)
        #expect(order?.state == .issued)
    }

    @Test("duplicates asked for at once get numbers of their own")
    func atOnce() async throws {
        let house = try await House()
        let id = try await house.place().order.id
        async let one = house.duplicate(id).certificate
        async let other = house.duplicate(id).certificate
        let numbers = try await [one, other].compactMap { certificate -> Int? in
            if case .duplicate(let subID) = certificate.kind { subID } else { nil }
        }
        #expect(numbers.sorted() == [1, 2])
    }

    @Test("a duplicate that waits is issued when it is approved")
    func approval() async throws {
        let house = try await House()
        let id = try await house.place().order.id
        let duplicate = try await house.duplicate(id, approval: .ask)
        #expect(try await house.certificates(id).map(\.standing) == [.issued, .pending])
        try await house.decide(duplicate.request.id, .approved)
        #expect(try await house.certificates(id).map(\.standing) == [.issued, .issued])
    }

    @Test("a duplicate has the names of its order, all of them and no others")
    func names() async throws {
        let house = try await House()
        let id = try await house.place("www.example.com", ["a.example.com"]).order.id
        await #expect(
            throws: Refusal(
                .duplicateNotAllowed,
                "A duplicate has all the names of its order, and \"a.example.com\" is missing.")
        ) { try await house.duplicate(id) }
        let names = ["www.example.com", "a.example.com", "b.example.com"]
        await #expect(
            throws: Refusal(
                .duplicateNotAllowed,
                "A duplicate has the names of its order: \"b.example.com\" is none. "
                    + "Reissue instead.")
        ) { try await house.duplicate(id, names) }
        let turned = try await house.duplicate(id, ["a.example.com", "www.example.com"])
        #expect(turned.certificate.standing == .issued)
    }
}
