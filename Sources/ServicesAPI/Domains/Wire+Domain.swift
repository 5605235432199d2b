import APIModels
import Foundation
import OrderCore
import Registration
import Storage
import Web

/// How much of a domain was asked for.
struct DomainDetail {
    let now: Date
    let includesControl: Bool
    let includesValidations: Bool
    /// Times in UTC instead of days.
    let includesExpirationTime: Bool
    /// How far the proof may be used again.
    let includesReuse: Bool

    /// Lists have it among their filters.
    static let reuse = "include_validation_reuse_status"

    init(_ query: Query, now: Date) throws {
        self.now = now
        includesControl = try query.flag("include_dcv")
        includesValidations = try query.flag("include_validation")
        includesExpirationTime = try query.flag("include_dcv_expiration_time")
        includesReuse = try query.flag(Self.reuse) || query.flag(Self.reuse, in: "filters")
    }
}

extension DCVToken {
    init(_ token: OrderCore.DomainControl.Token, of domain: Domain, now: Date) {
        let isProved = domain.isProved(at: now) && !domain.control.awaitsNewProof
        let status: DCVTokenStatus =
            isProved ? .active : (token.expiresAt >= now ? .pending : .expired)
        self.init(
            token: token.value, status: .known(status),
            expirationDate: Timestamp(token.expiresAt),
            verificationValue: domain.control.method == .dnsCNAME
                ? ControlPlace.aliasTarget : nil,
            httpTokenURL: domain.control.method.coversSubdomains
                ? nil
                : "http://\(domain.name)"
                    + ControlPlace.path(domain.control.method, value: token.value))
    }
}

extension DomainReceipt {
    init(_ domain: Domain, now: Date) {
        let usesMail = domain.control.method == .email
        self.init(
            id: domain.id.wire,
            dcvToken: domain.control.token.map { DCVToken($0, of: domain, now: now) },
            validationEmails: usesMail ? ValidationEmails(domain) : nil)
    }
}

extension ValidationEmails {
    /// The mailboxes that a domain's owner is bound to read (RFC 2142).
    init(_ domain: Domain) {
        self.init(
            nameScope: domain.name,
            baseEmails: ControlInvitation.mailboxes(at: domain.name))
    }

    /// With those who were asked, where that was not everybody.
    init(_ asked: AskedDomain) {
        self.init(asked.domain)
        let chosen = asked.invitations.map(\.email)
        if !baseEmails.allSatisfy(chosen.contains) { emails = chosen.presence }
    }
}

extension DCVInvitation {
    fileprivate init(_ invitation: ControlInvitation) {
        self.init(
            invitationID: invitation.id.wire, email: invitation.email, source: "base",
            dateSent: Timestamp(invitation.sentAt),
            nameScope: invitation.email.split(separator: "@").last.map(String.init) ?? "")
    }
}

extension Domain {
    func status(at now: Date) -> DomainStatus {
        switch control.proof {
        case nil: .pending
        case .some: isProved(at: now) ? .approved : .expired
        }
    }

    func validations(at now: Date) -> [Validation] {
        validationTypes.map { type in
            var validation = Validation(
                type, createdAt: control.proof?.date, validUntil: control.proof?.validUntil,
                now: now)
            let isProved = isProved(at: now)
            validation.dcvStatus = .known(
                control.proof == nil ? .pending : (isProved ? .complete : .expired))
            return validation
        }
    }
}

extension DCVExpiration {
    init(_ proof: OrderCore.DomainControl.Proof, _ detail: DomainDetail) {
        let end =
            detail.includesExpirationTime
            ? Timestamp(proof.validUntil).text : Day(proof.validUntil).text
        self.init(ov: end, ev: end)
        guard detail.includesReuse else { return }
        let status: ValidationStatus = proof.validUntil >= detail.now ? .active : .expired
        ovStatus = status.rawValue
        evStatus = status.rawValue
        dcvApprovalDate = Day(proof.date).text
    }
}

extension DomainSummary {
    init(_ file: DomainFile, _ detail: DomainDetail) {
        let domain = file.domain
        let control = domain.control
        self.init(
            id: domain.id.wire, isActive: domain.isActive, name: domain.name,
            dateCreated: Timestamp(domain.createdAt),
            lastSubmittedTime: control.submittedAt.map { Timestamp($0) },
            dcvApprovalTime: control.proof.map { Timestamp($0.date) },
            organization: file.organization.map(AssignedOrganization.init),
            validations: domain.validations(at: detail.now),
            dcvMethod: Open(control.method.rawValue),
            dcvExpiration: control.proof.map { DCVExpiration($0, detail) },
            container: ContainerSummary(file))
    }
}

extension DomainDetails {
    init(_ file: DomainFile, _ detail: DomainDetail) {
        let domain = file.domain
        let control = domain.control
        let shown = detail.includesControl
        self.init(
            id: domain.id.wire, isActive: domain.isActive,
            status: .known(domain.status(at: detail.now)),
            isPendingValidation: !domain.isProved(at: detail.now), name: domain.name,
            dateCreated: Timestamp(domain.createdAt),
            dcvApprovalTime: shown ? control.proof.map { Timestamp($0.date) } : nil,
            dcvExpirationTime: shown ? control.proof.map { Timestamp($0.validUntil) } : nil,
            organization: file.organization.map(AssignedOrganization.init),
            validations: detail.includesValidations ? file.validations(at: detail.now) : nil,
            dcvMethod: shown ? Open(control.method.rawValue) : nil,
            dcvToken: shown
                ? control.token.map { DCVToken($0, of: domain, now: detail.now) } : nil,
            // Older clients read the method from here.
            dcv: shown
                ? APIModels.DomainControl(
                    method: Open(control.method.rawValue), nameScope: domain.name,
                    dcvInvitations: control.method == .email
                        ? file.invitations.map(DCVInvitation.init).presence : nil) : nil,
            dcvExpiration: control.proof.map { DCVExpiration($0, detail) },
            container: ContainerSummary(file))
    }
}

extension ContainerSummary {
    fileprivate init(_ file: DomainFile) {
        if let container = file.container {
            self.init(placed: container)
        } else {
            self.init(id: file.domain.containerID.wire, name: "")
        }
    }
}
