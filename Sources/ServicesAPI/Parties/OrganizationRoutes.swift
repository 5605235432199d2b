import APIModels
import Foundation
import OrderCore
import Registration
import Storage
import Web

struct OrganizationRoutes: Sendable {
    let desks: Desks

    func list(_ call: Call<NoBody>) async throws -> OrganizationList {
        let query = try ListQuery<OrganizationProperty>(call.query, bare: [.containerID])
        let listed = try await desks.organizations.list(query, for: call.caller)
        let detail = OrganizationSummary.Detail(
            now: desks.organizations.now,
            includesValidations: try call.query.flag("include_validation"))
        return OrganizationList(
            organizations: listed.elements.map { OrganizationSummary($0, detail) },
            page: .init(listed, query))
    }

    /// What a container can order for, with validations, and without pages.
    func ofContainer(_ call: Call<NoBody>) async throws -> OrganizationList {
        try call.query.refuseNarrowing()
        let id: ID<Container> = try call.id("container_id", of: .container)
        let container = try await desks.parties.container(id, for: call.caller)
        var query = ListQuery<OrganizationProperty>()
        query.filters = [
            .init(.containerIDForOrganization, [.equals(.id(container.id))]),
            .init(.status, [.equals(.text("1"))]),
        ]
        let listed = try await desks.organizations.list(query, for: call.caller)
        let detail = OrganizationSummary.Detail(
            now: desks.organizations.now, includesValidations: true)
        return OrganizationList(
            organizations: listed.elements.map { OrganizationSummary($0, detail) })
    }

    func show(_ call: Call<NoBody>) async throws -> OrganizationDetails {
        OrganizationDetails(
            try await desks.organizations.file(call.organization, for: call.caller))
    }

    func create(_ call: Call<CreateOrganization>) async throws -> CreationReceipt {
        let body = call.body
        let text = try OrganizationText(body)
        guard text.contact != nil else { throw Refusal.required("organization_contact") }
        let id = try await desks.organizations.add(
            text, container: body.container?.id?.id(),
            twins: body.skipDuplicateOrganizationCheck == true ? .allowed : .refused,
            for: call.caller, keeping: call.keeping { CreationReceipt(id: $0.wire) })
        return CreationReceipt(id: id.wire)
    }

    func submit(_ call: Call<SubmitOrganization>) async throws {
        guard let types = call.body.validations, !types.isEmpty else {
            throw Refusal.required("validations")
        }
        try await desks.organizations.submit(
            call.organization,
            try types.compactMap {
                try OrderCore.ValidationType(submitted: $0.type, path: "validations.type")
            }, approvers: try types.flatMap { try $0.approvers },
            for: call.caller, keeping: call.keepingNothing())
    }

    func changeContacts(_ call: Call<ChangeOrganizationContacts>) async throws {
        guard let contacts = call.body.contacts, !contacts.isEmpty else {
            throw Refusal.required("contacts")
        }
        try await desks.organizations.changeContacts(
            try contacts.map(OrganizationContactChange.init), of: call.organization,
            for: call.caller)
    }

    func validations(_ call: Call<NoBody>) async throws -> OrganizationValidations {
        let file = try await desks.organizations.file(call.organization, for: call.caller)
        return OrganizationValidations(
            validations: file.validations(at: desks.organizations.now))
    }

    func activate(_ call: Call<NoBody>) async throws {
        try await desks.organizations.setActive(true, call.organization, for: call.caller)
    }

    func deactivate(_ call: Call<NoBody>) async throws {
        try await desks.organizations.setActive(false, call.organization, for: call.caller)
    }

    func delete(_ call: Call<NoBody>) async throws {
        try await desks.organizations.delete(call.organization, for: call.caller)
    }
}

extension Call {
    /// The organization that the path names.
    fileprivate var organization: ID<Organization> {
        get throws { try id("organization_id", of: .organization) }
    }
}

extension Organization {
    func validations(at now: Date) -> [APIModels.Validation] {
        validations.map {
            APIModels.Validation(
                $0.type, createdAt: $0.createdAt, validUntil: $0.validUntil, now: now)
        }
    }
}

extension OrganizationContactChange {
    /// A technical contact in which nothing stands is to be none.
    fileprivate init(_ body: ContactToAdd) throws {
        guard let type = body.contactType else { throw Refusal.required("contacts.contact_type") }
        guard let role = ContactRole(rawValue: type.lowercased()) else {
            throw Refusal.invalid(
                "contacts.contact_type",
                "is \(type.quoted), has to be one of organization_contact, technical_contact")
        }
        if role == .technical, body == ContactToAdd(contactType: body.contactType) {
            self = .removeTechnical
        } else {
            self = .set(role, try ContactText(body).contact(at: "contacts"))
        }
    }
}

extension OrganizationText {
    init(_ body: CreateOrganization) throws {
        self.init()
        name = body.name
        assumedName = body.assumedName
        address = body.address
        address2 = body.address2
        city = body.city
        state = body.state
        zip = body.zip
        country = body.country
        telephone = body.telephone
        if let contact = body.organizationContact {
            try ContactText(contact).check(
                needing: [.firstName, .lastName, .email], at: "organization_contact")
            self.contact = OrderCore.Contact(contact)
        }
        validations = try (body.validations ?? []).compactMap {
            try OrderCore.ValidationType(submitted: $0.type, path: "validations.type")
        }
        approvers = try (body.validations ?? []).flatMap { try $0.approvers }
    }
}

extension OrderCore.ValidationType {
    /// A validation that a client submits. Kinds that no product here needs are taken and do
    /// nothing, since clients submit all that they know.
    init?(submitted type: Open<APIModels.ValidationType>?, path: String) throws {
        switch type {
        case nil: throw Refusal.required(path)
        case .other(let text):
            throw Refusal.invalid(path, "is \(text.quoted), which is no type of validation")
        case .known(.private), .known(.privateSSL): self = .privateSSL
        case .known(let known):
            guard let type = Self(rawValue: known.rawValue) else { return nil }
            self = type
        }
    }
}

extension OrganizationSummary {
    struct Detail {
        let now: Date
        let includesValidations: Bool
    }

    init(_ file: OrganizationFile, _ detail: Detail) {
        let organization = file.organization
        let address = organization.address
        self.init(
            id: organization.id.wire, status: ActivityStatus.of(organization.isActive),
            name: organization.name, assumedName: organization.assumedName,
            displayName: organization.displayName, isActive: organization.isActive,
            address: address.street, address2: address.street2, zip: address.zip,
            city: address.city, state: address.state, country: address.country,
            telephone: organization.telephone,
            container: file.container.map(ContainerSummary.init(placed:)),
            containerIDAssignments: file.reservedContainers.map(\.description).presence,
            validations: detail.includesValidations
                ? file.validations(at: detail.now) : nil,
            evApprovers: file.evApprovers)
    }
}

extension OrganizationDetails {
    init(_ file: OrganizationFile) {
        let organization = file.organization
        let address = organization.address
        self.init(
            id: organization.id.wire, status: ActivityStatus.of(organization.isActive),
            name: organization.name, assumedName: organization.assumedName,
            displayName: organization.displayName, isActive: organization.isActive,
            address: address.street, address2: address.street2, zip: address.zip,
            city: address.city, state: address.state, country: address.country,
            telephone: organization.telephone,
            container: file.container.map(ContainerSummary.init(placed:))
                ?? ContainerSummary(id: organization.containerID.wire, name: ""),
            containerIDAssignments: file.reservedContainers.map(\.description).presence,
            organizationContact: organization.contact.map {
                OrganizationContact($0, of: organization)
            },
            technicalContact: file.technicalContact.map {
                OrganizationContact($0, of: organization)
            },
            verifiedContacts: file.approvers.map(OrganizationContact.init).presence,
            evApprovers: file.evApprovers)
    }
}

extension OrganizationContact {
    fileprivate init(_ contact: OrderCore.Contact, of organization: Organization) {
        self.init(
            id: organization.id.wire, firstName: contact.firstName, lastName: contact.lastName,
            email: contact.email, jobTitle: contact.jobTitle, telephone: contact.telephone,
            telephoneExtension: contact.telephoneExtension)
    }
}
