import APIModels
import Foundation
import OrderCore
import Registration

extension ValidationToSubmit {
    /// Whom it names, in the form of today or in one of the two before it.
    var approvers: [ApproverWish] {
        get throws {
            guard let type = try OrderCore.ValidationType(submitted: type, path: "validations.type")
            else { return [] }
            var people: [ApproverWish.Person] = []
            if let id = user?.id { people.append(.user(id.id())) }
            for person in verifiedUsers ?? [] where person != ContactToAdd() {
                people.append(try person.approver(byID: { .user($0.id()) }, at: "verified_users"))
            }
            for contact in contacts ?? [] where contact != ContactToAdd() {
                people.append(try contact.approver(byID: { .known($0.id()) }, at: "contacts"))
            }
            return people.map { ApproverWish(type: type, person: $0) }
        }
    }
}

extension ContactToAdd {
    /// Beside an id, nothing else is read.
    fileprivate func approver(
        byID: (Int) -> ApproverWish.Person, at member: String
    ) throws -> ApproverWish.Person {
        if let userID { return .user(userID.id()) }
        if let id { return byID(id) }
        return .contact(try ContactText(self).contact(at: "validations.\(member)"))
    }
}

extension OrganizationFile {
    func validations(at now: Date) -> [APIModels.Validation] {
        organization.validations.map { validation in
            var shown = APIModels.Validation(
                validation.type, createdAt: validation.createdAt,
                validUntil: validation.validUntil, now: now)
            shown.verifiedUsers =
                approvers.speaking(in: validation.type).map { Person($0) }.presence
            return shown
        }
    }

    /// As older answers name those who speak in validation for EV.
    var evApprovers: [Person]? {
        approvers.speaking(in: .ev).map { Person($0) }.presence
    }
}

extension DomainFile {
    func validations(at now: Date) -> [APIModels.Validation] {
        zip(domain.validationTypes, domain.validations(at: now)).map { type, validation in
            var shown = validation
            shown.verifiedUsers =
                approvers.speaking(in: type).map { Person(full: $0) }.presence
            return shown
        }
    }
}

extension [Approver] {
    fileprivate func speaking(in type: OrderCore.ValidationType) -> [Approver] {
        filter { $0.types.contains(type) }
    }
}

extension Person {
    /// A user is known by its own id, others by that of the contact.
    fileprivate init(_ approver: Approver) {
        let person = approver.person
        self.init(
            id: person.userID?.wire ?? approver.id.wire, firstName: person.firstName,
            lastName: person.lastName)
    }

    fileprivate init(full approver: Approver) {
        self.init(approver)
        email = approver.person.email
        jobTitle = approver.person.jobTitle
        telephone = approver.person.telephone
    }
}

extension OrganizationContact {
    init(_ approver: Approver) {
        let person = approver.person
        self.init(
            id: approver.id.wire, userID: person.userID?.wire, firstName: person.firstName,
            lastName: person.lastName, email: person.email, jobTitle: person.jobTitle,
            telephone: person.telephone)
    }
}
