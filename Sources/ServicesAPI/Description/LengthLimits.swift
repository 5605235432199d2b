import OrderCore
import Registration

/// How many characters the members of bodies may have, by type and name, for the description. The
/// desks refuse what is longer.
package enum LengthLimits {
    package static let all = texts.merging(contacts) { text, _ in text }

    private static let texts: [String: Int] = [
        "AddIPRule.description": IPRule.descriptionCharactersMax,
        "AddNote.text": Note.charactersMax,
        "CreateContainer.name": PartyDesk.containerNameCharactersMax,
        "CreateOrganization.address": OrganizationText.lineCharactersMax,
        "CreateOrganization.address2": OrganizationText.lineCharactersMax,
        "CreateOrganization.assumed_name": OrganizationText.lineCharactersMax,
        "CreateOrganization.city": OrganizationText.lineCharactersMax,
        "CreateOrganization.name": OrganizationText.nameCharactersMax,
        "CreateOrganization.state": OrganizationText.lineCharactersMax,
        "CreateOrganization.telephone": OrganizationText.telephoneCharactersMax,
        "CreateOrganization.zip": OrganizationText.zipCharactersMax,
        "CreateSubaccount.child_name": SubaccountDesk.childNameCharactersMax,
        "CreateUnitOrder.notes": UnitOrder.notesCharactersMax,
        "CreateUser.email": FounderText.emailCharactersMax,
        "CreateUser.first_name": FounderText.nameCharactersMax,
        "CreateUser.job_title": FounderText.lineCharactersMax,
        "CreateUser.last_name": FounderText.nameCharactersMax,
        "CreateUser.telephone": FounderText.lineCharactersMax,
        "EditContainer.name": PartyDesk.containerNameCharactersMax,
        "EditSubaccount.child_name": SubaccountDesk.childNameCharactersMax,
        "EditUser.email": FounderText.emailCharactersMax,
        "EditUser.first_name": FounderText.nameCharactersMax,
        "EditUser.job_title": FounderText.lineCharactersMax,
        "EditUser.last_name": FounderText.nameCharactersMax,
        "EditUser.telephone": FounderText.lineCharactersMax,
        "MailCertificate.custom_message": DownloadDesk.messageCharactersMax,
        "PlaceOrder.alternative_order_id": Order.alternativeIDCharactersMax,
        "PlaceOrder.custom_renewal_message": OrderSettings.messageCharactersMax,
        "RequestedCertificate.common_name": CertificateWish.commonNameCharactersMax,
        "RequestedCertificate.organization_units": CertificateWish.organizationUnitCharactersMax,
        "SetRenewalMessage.custom_renewal_message": OrderSettings.messageCharactersMax,
    ]

    /// Whom an order or an organization names.
    private static let contacts = [String: Int](
        uniqueKeysWithValues: ["Contact", "ContactToAdd"].flatMap { type in
            ContactText.Member.allCases.map { ("\(type).\($0.rawValue)", $0.charactersMax) }
        })
}
