import APIModels
import Foundation
import OrderCore
import Registration

extension OrderValidation {
    init(_ checks: OrderChecks, now: Date) {
        let organization = checks.organization
        self.init(
            orderID: checks.order.id.description,
            orderStatus: Open(checks.order.status(at: now).name),
            organizationID: organization?.id.description, organizationName: organization?.name,
            organizationValidations: organization.flatMap { organization in
                checks.organizationCheck.map {
                    [OrganizationCheck($0, of: organization, for: checks.order, now: now)]
                }
            },
            dnsNameValidations: checks.names.map { NameValidation($0, now: now) })
    }
}

extension OrganizationCheck {
    /// People check an organization as a whole, so all steps stand where the whole stands. What
    /// nobody has begun yet began with the order that asks for it.
    init(
        _ type: OrderCore.ValidationType, of organization: Organization, for order: Order, now: Date
    ) {
        let validation = organization.validations.first { $0.type == type }
        let isComplete = organization.isValidated(for: type, at: now)
        let status: Open<ValidationStatus> = .known(isComplete ? .complete : .pending)
        self.init(
            type: Open(type.rawValue), name: type.name, description: type.description,
            dateCreated: Timestamp(validation?.createdAt ?? order.createdAt),
            validatedUntil: isComplete
                ? validation.flatMap { $0.validUntil }.map { Timestamp($0) } : nil,
            status: status,
            verificationDetails: VerificationDetails(
                organizationType: status, organizationStatus: status, addressVerification: status,
                fraudCheck: status, requestAuthenticity: status))
    }
}

extension NameValidation {
    init(_ check: NameCheck, now: Date) {
        let domain = check.domain
        self.init(
            domainID: domain.id.description, nameScope: domain.name,
            approvalScope: check.method.coversSubdomains ? "subdomains" : nil,
            status: .known(check.isProved(at: now) ? .approved : domain.status(at: now)),
            method: Open(check.method.rawValue), dnsNames: check.names)
    }
}

extension NameCheck {
    fileprivate func isProved(at now: Date) -> Bool {
        names.allSatisfy { domain.covers($0, at: now) }
    }
}
