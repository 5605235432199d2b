import APIModels
import Foundation
import OrderCore
import Registration

extension CertificateWish.Text {
    /// Reads the certificate of an order, a reissue or a duplicate.
    init(_ body: RequestedCertificate, now: Date) throws {
        self.init()
        commonName = body.commonName
        dnsNames = body.dnsNames ?? []
        emails = body.emails ?? []
        organizationUnits = body.organizationUnits ?? []
        csr = body.csr
        signatureHash = body.signatureHash
        serverPlatformID = body.serverPlatform?.id
        profileOption = body.profileOption
        issuerID = try Self.issuer(body.caCertificateID)
        validity = try OrderLength(
            body.certificateValidity, path: "certificate.cert_validity", now: now)
        commonNameSays = body.commonNameIndicator
        person.givenName = body.individual?.firstName
        person.surname = body.individual?.lastName
        person.pseudonym = body.individual?.pseudonym
        profileType = body.profileType
        primaryUsage = body.usageDesignation?.primaryUsage
        additionalUsages = body.usageDesignation?.additionalUsages ?? []
    }

    /// Reads the parts of an order that stand beside its certificate, too.
    init(_ body: PlaceOrder, for caller: Caller, now: Date) throws {
        try self.init(body.certificate ?? RequestedCertificate(), now: now)
        isRenewal = body.renewalOfOrderID != nil
        subject.name = body.subject?.name
        subject.jobTitle = body.subject?.jobTitle
        subject.telephone = body.subject?.phone
        subject.email = body.subject?.email
        subject.usesOrganization = body.useOrganizationAsCommonName
        subject.showsEmail = body.subject?.includeEmail
        mark = CertificateWish.MarkText(body.vmc)
        var orderer = OrderCore.Certificate.Person()
        orderer.givenName = caller.user.firstName
        orderer.surname = caller.user.lastName
        orderer.jobTitle = caller.user.jobTitle
        self.orderer = orderer
        ordererEmail = caller.user.email
    }

    /// One client repeats the product there, which chooses nobody.
    private static func issuer(_ text: String?) throws -> Int? {
        guard let text, ProductCatalog.product(text) == nil else { return nil }
        guard let id = Int(text) else {
            throw Refusal.invalid(
                "certificate.ca_cert_id", "is \(text.quoted), an id of digits")
        }
        return id == 0 ? nil : id
    }
}

extension CertificateWish.MarkText {
    /// The flat members are the older form.
    init(_ body: MarkToCertify?) {
        self.init()
        guard let body else { return }
        kind = body.markType
        countryCode = body.markRegistration?.countryCode ?? body.trademarkCountryCode
        registrationNumber =
            body.markRegistration?.registrationNumber ?? body.trademarkRegistrationNumber
        citation = body.markRegistration?.citation
        stateOrProvince = body.markRegistration?.stateProvince
        locality = body.markRegistration?.locality
    }
}
