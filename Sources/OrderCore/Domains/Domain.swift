package import Foundation

/// A name whose control an account has proved, or is about to.
package struct Domain: Equatable, Sendable {
    package let id: ID<Domain>
    package let accountID: ID<Account>
    package let containerID: ID<Container>
    /// Absent for names that came with a DV order.
    package let organizationID: ID<Organization>?
    package let name: String
    package var isActive: Bool
    package let createdAt: Date
    package let validationTypes: [ValidationType]
    package var control: Control

    package init(
        id: ID<Domain>, accountID: ID<Account>, containerID: ID<Container>,
        organizationID: ID<Organization>?, name: String, isActive: Bool, createdAt: Date,
        validationTypes: [ValidationType], control: Control
    ) {
        self.id = id
        self.accountID = accountID
        self.containerID = containerID
        self.organizationID = organizationID
        self.name = name
        self.isActive = isActive
        self.createdAt = createdAt
        self.validationTypes = validationTypes
        self.control = control
    }

    /// Whether proof for this domain, as it stands at `now`, covers `name`.
    ///
    /// What counts is how it was proved, not how it will be the next time: e-mail and DNS prove a
    /// name and all below it, HTTP the one host, never a wildcard.
    package func covers(_ name: String, at now: Date) -> Bool {
        guard isActive, let proof = control.proof, proof.validUntil > now else { return false }
        return Self.isBelow(name, self.name)
            && (proof.method.coversSubdomains || name == self.name)
    }

    package func isProved(at now: Date) -> Bool {
        control.proof.map { $0.validUntil > now } ?? false
    }

    /// Whether `name`, wildcard or not, is `base` or lies below it.
    package static func isBelow(_ name: String, _ base: String) -> Bool {
        let host = name.hasPrefix("*.") ? name.dropFirst(2) : name[...]
        return host == base || host.hasSuffix("." + base)
    }
}

/// How control over a domain is, or will be, shown.
package struct DomainControl: Equatable, Sendable {
    package var method: ControlMethod
    package var token: Token?
    package var submittedAt: Date?
    package var proof: Proof?

    package init(method: ControlMethod, token: Token?, submittedAt: Date?, proof: Proof?) {
        self.method = method
        self.token = token
        self.submittedAt = submittedAt
        self.proof = proof
    }

    /// Whether proof was asked for once more after it was given.
    package var awaitsNewProof: Bool {
        guard let proof, let submittedAt else { return false }
        return submittedAt > proof.date
    }

    package struct Token: Equatable, Sendable {
        package let value: String
        package let expiresAt: Date

        package init(value: String, expiresAt: Date) {
            self.value = value
            self.expiresAt = expiresAt
        }
    }

    package struct Proof: Equatable, Sendable {
        package let date: Date
        package let validUntil: Date
        package let method: ControlMethod

        package init(date: Date, validUntil: Date, method: ControlMethod) {
            self.date = date
            self.validUntil = validUntil
            self.method = method
        }

        /// A proof that was given just now.
        package init(at now: Date, by method: ControlMethod) {
            let reuse = Double(DomainControl.proofReuseDays) * Span.daySeconds
            self.init(date: now, validUntil: now.addingTimeInterval(reuse), method: method)
        }
    }

    package static let tokenLifetimeDays = 30
    /// How long a proof may be used again (contract, from 2026-02-24).
    package static let proofReuseDays = 199
}

extension Domain {
    package typealias Control = DomainControl
}

package enum ControlMethod: String, CaseIterable, Sendable {
    case email
    case dnsTXT = "dns-txt-token"
    case dnsCNAME = "dns-cname-token"
    case http = "http-token"
    case httpDynamic = "http-token-dynamic"

    package var coversSubdomains: Bool {
        switch self {
        case .email, .dnsTXT, .dnsCNAME: true
        case .http, .httpDynamic: false
        }
    }

    package var usesToken: Bool { self != .email }
}
