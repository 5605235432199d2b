import Foundation
import OrderCore
import Testing

@Suite struct CertificateTermTests {
    static let noon = "2026-01-05T12:00:00Z"
    static let longAgo = "2020-01-01T00:00:00Z"
    static let farAway = "2099-12-31T23:59:59Z"

    private func term(
        at now: String = noon, _ wish: OrderLength? = nil, orderStart: String? = nil,
        orderEnd: String = farAway,
        product: Product = .sample, issuerStart: String = longAgo, issuerEnd: String = farAway
    ) throws -> CertificateTerm {
        try CertificateTerm(
            issuedAt: try moment(now), wish: wish,
            order: try moment(orderStart ?? now)...moment(orderEnd),
            daysMax: product.certificateDaysMax(at: try moment(now)),
            issuer: try moment(issuerStart)...moment(issuerEnd))
    }

    @Test("a certificate begins five minutes before it is made")
    func start() throws {
        #expect(try term().notBefore == (try moment("2026-01-05T11:55:00Z")))
    }

    @Test(
        "it begins with an issuer that is younger, and never after it is made",
        arguments: [
            ("2026-01-05T11:54:59Z", "2026-01-05T11:55:00Z"),
            ("2026-01-05T11:59:50Z", "2026-01-05T11:59:50Z"),
            ("2026-01-05T12:00:00Z", "2026-01-05T12:00:00Z"),
            ("2026-01-05T12:00:01Z", "2026-01-05T12:00:00Z"),
        ])
    func youngIssuer(issuerStart: String, start: String) throws {
        let term = try term(issuerStart: issuerStart)
        #expect(term.notBefore == (try moment(start)))
        let days = term.notAfter.timeIntervalSince(term.notBefore)
        #expect(days == 397 * Span.daySeconds - 1)
    }

    @Test(
        "without a wish the product's cap counts, which fell on 2026-02-24",
        arguments: [
            ("2026-01-05T12:00:00Z", "2027-02-06T11:54:59Z"),
            ("2026-02-23T23:59:59Z", "2027-03-27T23:54:58Z"),
            ("2026-02-24T00:00:00Z", "2026-09-10T23:54:59Z"),
        ])
    func cap(now: String, end: String) throws {
        #expect(try term(at: now).notAfter == (try moment(end)))
    }

    @Test("both caps are counted in whole days from the beginning")
    func days() throws {
        for (now, days) in [("2026-02-23T23:59:59Z", 397), ("2026-02-24T00:00:00Z", 199)] {
            let term = try term(at: now)
            let seconds = term.notAfter.timeIntervalSince(term.notBefore)
            #expect(seconds == Double(days) * Span.daySeconds - 1)
        }
    }

    @Test("a private certificate may last three years, leap day included")
    func privateCap() throws {
        let term = try term(product: .privateSample)
        #expect(term.notAfter == (try moment("2029-01-05T11:54:59Z")))
    }

    @Test("no certificate outlives its order")
    func orderEnd() throws {
        #expect(try term(orderEnd: "2026-03-01T00:00:00Z").notAfter == (try day("2026-03-01")))
    }

    @Test("no certificate outlives its issuer")
    func issuerEnd() throws {
        let term = try term(
            .days(30), orderEnd: "2026-03-01T00:00:00Z", issuerEnd: "2026-01-10T00:00:00Z")
        #expect(term.notAfter == (try day("2026-01-10")))
    }

    @Test(
        "a shorter wish is granted to the second",
        arguments: [
            (OrderLength.days(30), "2026-02-04T11:59:59Z"),
            (.days(1), "2026-01-06T11:59:59Z"),
            (.years(1), "2027-01-05T11:59:59Z"),
        ])
    func wish(length: OrderLength, end: String) throws {
        #expect(try term(length).notAfter == (try moment(end)))
    }

    @Test("a wish for a date is granted to the end of that day")
    func date() throws {
        let term = try term(.until(try moment("2026-06-30T08:00:00Z")))
        #expect(term.notAfter == (try moment("2026-06-30T23:59:59Z")))
    }

    @Test("a wish in years beyond the cap is cut in silence", arguments: [2, 3])
    func cut(years: Int) throws {
        #expect(try term(.years(years)) == (try term()))
    }

    @Test("a wish for the most days is granted from the certificate's beginning")
    func mostDays() throws {
        #expect(try term(.days(397)) == (try term()))
        let later = "2026-02-24T00:00:00Z"
        #expect(try term(at: later, .days(199)) == (try term(at: later)))
    }

    @Test(
        "days beyond the cap are refused, with the cap",
        arguments: [("2026-02-23T23:59:59Z", 398, 397), ("2026-02-24T00:00:00Z", 200, 199)])
    func tooManyDays(now: String, days: Int, daysMax: Int) {
        #expect(throws: CertificateTerm.Problem.exceedsCap(daysMax: daysMax)) {
            try term(at: now, .days(days))
        }
    }

    @Test("a date beyond the cap is refused, the last one before it is not")
    func tooLateDate() throws {
        let last = try term(.until(try day("2027-02-05")))
        #expect(last.notAfter == (try moment("2027-02-05T23:59:59Z")))
        #expect(throws: CertificateTerm.Problem.exceedsCap(daysMax: 397)) {
            try term(.until(try day("2027-02-06")))
        }
    }

    @Test(
        "a wish beyond the order is refused, however it is said",
        arguments: [
            OrderLength.years(1), .days(90), .until(Date(timeIntervalSince1970: 1_777_600_000)),
        ])
    func beyondOrder(wish: OrderLength) {
        #expect(throws: CertificateTerm.Problem.exceedsOrder) {
            try term(wish, orderEnd: "2026-03-01T00:00:00Z")
        }
    }

    @Test("a wish that ends with the order is granted")
    func untilOrderEnd() throws {
        let term = try term(.days(30), orderEnd: "2026-02-04T11:59:59Z")
        #expect(term.notAfter == (try moment("2026-02-04T11:59:59Z")))
    }

    @Test("what would end before it begins is refused")
    func past() {
        #expect(throws: CertificateTerm.Problem.endsInThePast) {
            try term(.until(try day("2026-01-04")))
        }
        #expect(throws: CertificateTerm.Problem.endsInThePast) { try term(.days(0)) }
        #expect(throws: CertificateTerm.Problem.endsInThePast) { try term(orderEnd: Self.noon) }
        #expect(throws: CertificateTerm.Problem.endsInThePast) { try term(issuerEnd: Self.noon) }
    }
}
