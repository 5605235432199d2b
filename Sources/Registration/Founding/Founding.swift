import Foundation
package import Issuance
package import OrderCore
package import Storage

/// Makes a new installation: the CA, the first account, and enough in it to order at once.
package struct Founding: Sendable {
    package struct Plan: Sendable {
        package var organizationName = "Example Organization"
        package var country = "us"
        /// Proved from the start; `example.com` is nobody's, so no harm comes of it.
        package var domain = "example.com"
        package var administratorEmail = "admin@example.com"
        package var rootKey = KeyKind.p384
        package var issuingKey = KeyKind.p256
        package var keyPlace = KeyPlace.files

        package init() {}
    }

    private let database: any Database
    private let keepers: Keepers
    private let serials: any SerialSource
    private let clock: WallClock
    private let tokens: TokenSource

    package init(
        database: any Database, keepers: Keepers, serials: any SerialSource, clock: WallClock,
        tokens: TokenSource
    ) {
        self.database = database
        self.keepers = keepers
        self.serials = serials
        self.clock = clock
        self.tokens = tokens
    }

    package static func isDone(in database: any Database) async throws -> Bool {
        try await database.read { try $0.rootAccount() != nil && !$0.issuers().isEmpty }
    }

    /// Makes everything, and an API key of the administrator, which is in the result and nowhere
    /// else. Keys made before a crash are without a certificate and do no harm.
    package func found(_ plan: Plan, publication: Publication) async throws -> String {
        let now = clock.now
        try plan.check()
        let keeper = try keepers.keeper(at: plan.keyPlace)
        let authorities = AuthorityMaker(keeper: keeper, serials: serials)
        let start = now.addingTimeInterval(-AuthorityTerm.headStartSeconds)
        let root = try await authorities.makeRoot(
            .root(try plan.subject("Root CA"), key: plan.rootKey), now: start)
        let rootID = ID<CACertificate>(1)
        let above = try Issuance.Issuer(
            certificate: root, keeper: keeper, pointers: publication.pointers(of: rootID))
        let issuing = try await authorities.makeIssuing(
            // For every purpose: one's own network also has domain controllers and mail.
            .issuing(try plan.subject("Issuing CA 1"), key: plan.issuingKey),
            under: above, now: start)
        let key = tokens.apiKey()
        let publicID = tokens.publicID()
        try await database.write { tx in
            guard try tx.rootAccount() == nil else { throw FoundingProblem.alreadyFounded }
            let rootID = try tx.insert(root, parentID: nil, plan.keyPlace, at: now)
            _ = try tx.insert(issuing, parentID: rootID, plan.keyPlace, at: now)
            try tx.found(plan, key: key, publicID: publicID, at: now)
        }
        return key
    }
}

package enum FoundingProblem: Error {
    case alreadyFounded
    case notFounded
}

extension FoundingProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .alreadyFounded: "There is an installation already."
        case .notFounded: "There is no installation yet. Make one with: chancery init"
        }
    }
}

extension Founding.Plan {
    /// Refuses what nothing could be founded with, before keys are made.
    package func check() throws {
        // Whatever is wrong with it, the answer is the same.
        guard (try? HostName(domain))?.ascii == domain else {
            throw Refusal.invalid("founding.domain", "is \(domain.quoted), which is no domain name")
        }
        guard CountryCode.isAssigned(country) else {
            throw Refusal.invalid(
                "founding.country", "is \(country.quoted), no country's code of two letters")
        }
        _ = try founder.checked(path: "founding")
        let count = organizationName.count
        guard (1...Self.organizationCharactersMax).contains(count),
            !organizationName.contains(where: \.isNewline)
        else {
            throw Refusal.invalid(
                "founding.organization",
                "has \(count) characters, in one line from 1 to \(Self.organizationCharactersMax)")
        }
    }

    /// What leaves room for the names of the authorities in their 64 characters.
    static let organizationCharactersMax = 64 - " Issuing CA 1".count

    fileprivate func subject(_ role: String) throws -> Subject {
        try Subject([
            .init(.country, country), .init(.organization, organizationName),
            .init(.commonName, "\(organizationName) \(role)"),
        ])
    }

    fileprivate var organization: OrganizationText {
        var text = OrganizationText()
        text.name = organizationName
        text.address = "1 Example Street"
        text.city = "Springfield"
        text.state = "Illinois"
        text.zip = "62701"
        text.country = country
        text.telephone = "+1 555 0100"
        return text
    }

    fileprivate var founder: FounderText {
        var text = FounderText()
        text.firstName = "Ada"
        text.lastName = "Administrator"
        text.email = administratorEmail
        text.jobTitle = "Administrator"
        text.telephone = "+1 555 0100"
        return text
    }
}

extension Transaction {
    fileprivate func insert(
        _ certificate: SignedCertificate, parentID: ID<CACertificate>?, _ place: KeyPlace,
        at now: Date
    ) throws -> ID<CACertificate> {
        try insert(
            NewIssuer(
                parentID: parentID, name: certificate.commonName ?? "CA",
                keyID: certificate.key.identifier.hex, der: certificate.der, createdAt: now,
                keyPlace: place))
    }

    fileprivate func found(
        _ plan: Founding.Plan, key: String, publicID: String, at now: Date
    ) throws {
        let founded = try found(
            AccountFounding(
                parentID: nil, kind: .enterprise, childName: nil, organization: plan.organization,
                founder: try plan.founder.checked(path: "user"), containerPublicID: publicID),
            at: now)
        let reuse = Double(Organization.Validation.reuseDays) * Span.daySeconds
        for type in ValidationType.ofOrganizations {
            try save(
                Organization.Validation(
                    type: type, createdAt: now, validUntil: now.addingTimeInterval(reuse)),
                of: founded.organizationID)
        }
        _ = try insert(
            NewDomain(
                accountID: founded.accountID, containerID: founded.containerID,
                organizationID: founded.organizationID, name: plan.domain, createdAt: now,
                validationTypes: [.dv, .ov, .ev],
                control: DomainControl(
                    method: .dnsTXT, token: nil, submittedAt: now,
                    proof: DomainControl.Proof(at: now, by: .dnsTXT))))
        _ = try insert(
            NewAPIKey(
                accountID: founded.accountID, userID: founded.userID, name: "First key",
                hash: APIKeyHash.hash(key), role: .unrestricted, createdAt: now))
    }
}
