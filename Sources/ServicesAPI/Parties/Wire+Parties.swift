import APIModels
import Foundation
import OrderCore
import Storage

extension Person {
    init(_ user: UserReference) {
        self.init(
            id: user.id.wire, firstName: user.firstName, lastName: user.lastName, email: user.email)
    }
}

extension APIModels.Contact {
    init(_ contact: OrderCore.Contact) {
        self.init(
            firstName: contact.firstName, lastName: contact.lastName, email: contact.email,
            jobTitle: contact.jobTitle, telephone: contact.telephone,
            telephoneExtension: contact.telephoneExtension)
    }
}

extension OrderCore.Contact {
    /// A contact without a name or address is none.
    init?(_ body: APIModels.Contact?) {
        guard let body, let firstName = body.firstName, let lastName = body.lastName,
            let email = body.email
        else { return nil }
        self.init(
            firstName: firstName, lastName: lastName, email: email, jobTitle: body.jobTitle,
            telephone: body.telephone, telephoneExtension: body.telephoneExtension)
    }

    init?(_ body: ContactToAdd) {
        self.init(
            APIModels.Contact(
                firstName: body.firstName, lastName: body.lastName, email: body.email,
                jobTitle: body.jobTitle, telephone: body.telephone,
                telephoneExtension: body.telephoneExtension))
    }
}

extension ContainerSummary {
    init(_ container: Container) {
        self.init(id: container.id.wire, name: container.name, isActive: container.isActive)
    }

    /// With the parent, as organizations and domains show it.
    init(placed container: Container) {
        self.init(
            id: container.id.wire, parentID: container.parentID?.wire ?? 0, name: container.name,
            isActive: container.isActive)
    }
}

extension ContainerDetails {
    init(_ container: Container) {
        self.init(container, ContainerUse())
    }

    init(_ container: Container, _ use: ContainerUse) {
        self.init(
            id: container.id.wire, publicID: container.publicID, name: container.name,
            description: container.description, parentID: container.parentID?.wire ?? 0,
            templateID: container.templateID, hasLogo: false, isActive: container.isActive,
            allowedDomainNames: use.domains.presence,
            userIDAssignments: use.users.map(\.description).presence,
            organizationAssignments: use.organizations.map(AssignedOrganization.init).presence)
    }
}

extension OrderOrganization {
    init(_ organization: Organization) {
        self.init(
            id: organization.id.wire, name: organization.name,
            assumedName: organization.assumedName, displayName: organization.displayName,
            isActive: organization.isActive, city: organization.address.city,
            state: organization.address.state, country: organization.address.country,
            telephone: organization.telephone)
    }
}

extension AssignedOrganization {
    init(_ organization: Organization) {
        self.init(
            id: organization.id.wire, status: ActivityStatus.of(organization.isActive),
            name: organization.name, assumedName: organization.assumedName,
            displayName: organization.displayName, isActive: organization.isActive ? "1" : "0")
    }
}

extension ActivityStatus {
    static func of(_ isActive: Bool) -> Open<ActivityStatus> {
        .known(isActive ? .active : .inactive)
    }
}

extension APIModels.CustomField {
    init(_ answer: CustomFieldAnswer) {
        self.init(metadataID: answer.fieldID.wire, label: answer.label, value: answer.value)
    }
}

extension Validation {
    init(_ type: OrderCore.ValidationType, createdAt: Date?, validUntil: Date?, now: Date) {
        let status: ValidationStatus =
            switch validUntil {
            case nil: .pending
            case let end? where end > now: .active
            case .some: .expired
            }
        self.init(
            type: Open(type.rawValue), name: type.name, description: type.description,
            dateCreated: createdAt.map { Timestamp($0) },
            validatedUntil: validUntil.map { Timestamp($0) }, status: .known(status))
    }
}
