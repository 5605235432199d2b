import APIModels
import Foundation
import Issuance
import OrderCore
import Registration
import Storage

extension OrderWish {
    /// Reads an order as clients write it, or says which member is wrong.
    init(
        _ body: PlaceOrder, product: Product, registry: Registry, for caller: Caller
    ) throws {
        guard body.certificate != nil || !product.csrRequired else {
            throw Refusal.required("certificate")
        }
        let now = registry.clock.now
        let contacts = try OrderContactsWish(body, product)
        self.init(
            product: product,
            certificate: try CertificateWish(
                CertificateWish.Text(body, for: caller, now: now), product: product,
                authority: registry.authority),
            length: try Self.length(body, now: now),
            organization: product.needsOrganization
                ? OrganizationWish(body.organization, contact: body.organizationContact) : nil,
            containerID: body.container?.id?.id(), renewalOf: body.renewalOfOrderID?.id(),
            approval: registry.approval(skips: body.skipApproval), comments: body.comments,
            control: try ControlWish(body),
            settings: try OrderSettings(body, product), contacts: contacts.contacts,
            customFields: try Self.answers(body.customFields ?? []), voucherCode: body.voucherCode)
        if product.needsDomainControl { settings.controlMethod = control.method }
        details.verifiedContacts = contacts.verified.presence
        details.alternativeID = try body.alternativeOrderID.map(Self.checked(alternativeID:))
        if product.family.isProvisioned {
            details.provisioning = try Provisioning(
                body.csProvisioningMethod, body.shippingAddress, hasCSR: certificate.hasKey,
                registry: registry)
        }
        guard !settings.autoRenew || details.mayBeRenewedByItself(product) else {
            throw Refusal.invalid(
                "auto_renew", "is set, but such orders of \(product.nameID) are renewed by hand")
        }
        if product.family.isMark {
            logo = try body.vmc?.logo.map { try Logo(encoded: $0, path: "vmc.logo") }
            details.isHostingEnabled = body.vmc?.enableHosting
        }
        if product.family.certifiesMailboxes, let count = body.autoRenew, count > 0 {
            details.renewalsLeft = count
        }
    }

    /// The product that an order means that names none: of those that may be ordered, the first
    /// that certifies the names.
    static func product(fitting body: PlaceOrder, among orderable: [Product]) throws -> Product {
        let names =
            [body.certificate?.commonName].compactMap(\.self) + (body.certificate?.dnsNames ?? [])
        let hint = try hint(body, names: names)
        let fitting = ProductCatalog.bestFit(names: names, hint: hint) { product in
            orderable.contains(product)
        }
        guard let product = fitting else {
            throw Refusal(
                .ambiguousProduct,
                "No \(hint.name) product that may be ordered here certifies these names; "
                    + "name one in the path.")
        }
        return product
    }

    /// The kind that is asked for, or the least that fits: what names no public DNS holds is
    /// private, and without an organization domains alone can be validated.
    private static func hint(_ body: PlaceOrder, names: [String]) throws -> OrderCore.ValidationType
    {
        switch body.product?.typeHint {
        case .known(.dv): return .dv
        case .known(.ov): return .ov
        case .known(.ev): return .ev
        case .known(.private): return .privateSSL
        case .other(let text):
            throw Refusal(
                .ambiguousProduct,
                "product.type_hint is \(text.quoted), has to be one of dv, ov, ev, private")
        case nil:
            if CertificateWish.areInternal(names) { return .privateSSL }
            return body.organization?.id == nil && body.organization?.name == nil ? .dv : .ov
        }
    }

    /// `order_validity` wins over the older members, a date over days, days over years.
    private static func length(_ body: PlaceOrder, now: Date) throws -> OrderLength {
        if let length = try OrderLength(body.orderValidity, path: "order_validity", now: now) {
            return length
        }
        let older = APIModels.Validity(
            years: body.validityYears, days: body.validityDays,
            customExpirationDate: body.customExpirationDate)
        let paths = OrderLength.Paths(
            years: "validity_years", days: "validity_days", date: "custom_expiration_date")
        guard let length = try OrderLength(older, paths: paths, now: now) else {
            try OrderLength.refuseZero(
                body.orderValidity, paths: OrderLength.Paths(below: "order_validity"))
            try OrderLength.refuseZero(older, paths: paths)
            throw Refusal.required("order_validity")
        }
        return length
    }

    private static func checked(alternativeID: String) throws -> String {
        let charactersMax = Order.alternativeIDCharactersMax
        guard alternativeID.count <= charactersMax else {
            throw Refusal.invalid(
                "alternative_order_id", "is longer than \(charactersMax) characters")
        }
        return alternativeID
    }

    private static func answers(_ values: [CustomFieldValue]) throws -> [ID<OrderCore.CustomField>:
        String]
    {
        var answers: [ID<OrderCore.CustomField>: String] = [:]
        for value in values {
            guard let id = value.metadataID else {
                throw Refusal.required("custom_fields.metadata_id")
            }
            guard answers.updateValue(value.value ?? "", forKey: id.id()) == nil else {
                throw Refusal.invalid(
                    "custom_fields.metadata_id", "is \(id) twice; each field is answered once")
            }
        }
        return answers
    }
}

extension OrderWish.OrganizationWish {
    init?(_ body: OrderingOrganization?, contact: APIModels.Contact?) {
        guard let body else { return nil }
        if let id = body.id {
            self = .known(id.id())
            return
        }
        guard body.name != nil else { return nil }
        var text = OrganizationText()
        text.name = body.name
        text.assumedName = body.assumedName
        text.address = body.address
        text.address2 = body.address2
        text.city = body.city
        text.state = body.state
        text.zip = body.zip
        text.country = body.country
        text.telephone = body.telephone
        let given = body.contacts?.first { $0.role == .organization }
        text.contact = given.flatMap { OrderCore.Contact($0) } ?? OrderCore.Contact(contact)
        self = .described(text)
    }
}

extension OrderLength {
    struct Paths {
        let years: String
        let days: String
        let date: String

        init(years: String, days: String, date: String) {
            self.years = years
            self.days = days
            self.date = date
        }

        init(below path: String) {
            years = "\(path).years"
            days = "\(path).days"
            date = "\(path).custom_expiration_date"
        }
    }

    init?(_ validity: APIModels.Validity?, path: String, now: Date) throws {
        try self.init(validity, paths: Paths(below: path), now: now)
    }

    /// Where no other length is given, 0 is not the same as none.
    static func refuseZero(_ validity: APIModels.Validity?, paths: Paths) throws {
        if validity?.days == 0 {
            throw Refusal.invalid(paths.days, "is 0, from 1 to \(Product.orderDaysMax)")
        }
        if validity?.years == 0 {
            throw Refusal.invalid(paths.years, "is 0, from 1 to \(Product.orderYearsMax)")
        }
    }

    init?(_ validity: APIModels.Validity?, paths: Paths, now: Date) throws {
        if let text = validity?.customExpirationDate {
            guard let day = Day(lenient: text) else {
                throw Refusal.invalid(
                    paths.date, "is \(text.quoted), a date such as 2026-12-31")
            }
            self = try .checked(.until(day.date), path: paths.date, now: now)
        } else if let days = validity?.days, days != 0 {
            self = try .checked(.days(days), path: paths.days, now: now)
        } else if let years = validity?.years, years != 0 {
            self = try .checked(.years(years), path: paths.years, now: now)
        } else {
            return nil
        }
    }
}

extension OrderSettings {
    static let emailsMax = 100
    static let messageCharactersMax = 4096

    init(_ body: PlaceOrder, _ product: Product) throws {
        self.init()
        additionalEmails = try Self.checked(emails: body.additionalEmails ?? [])
        autoReissue =
            try Self.isOn(body.autoReissue ?? 0, "auto_reissue") && product.allowsAutoReissue
        autoRenew =
            product.family.certifiesMailboxes
            ? try Self.count(body.autoRenew ?? 0, "auto_renew") > 0
            : try Self.isOn(body.autoRenew ?? 0, "auto_renew")
        customRenewalMessage = try body.customRenewalMessage.map(Self.checked(message:))
        disableCT = body.disableCT ?? false
        disableRenewalNotifications = body.disableRenewalNotifications ?? false
        locale = body.locale
        paymentMethod = try OrderCore.PaymentMethod(body.paymentMethod)
    }

    static func isOn(_ number: Int, _ path: String) throws -> Bool {
        guard (0...1).contains(number) else {
            throw Refusal.invalid(path, "is \(number), 0 or 1")
        }
        return number == 1
    }

    private static func count(_ number: Int, _ path: String) throws -> Int {
        guard number >= 0 else { throw Refusal.invalid(path, "is \(number), 0 or more") }
        return number
    }

    static func checked(message: String) throws -> String {
        guard message.count <= messageCharactersMax else {
            throw Refusal.invalid(
                "custom_renewal_message", "is longer than \(messageCharactersMax) characters")
        }
        return message
    }

    static func checked(emails: [String]) throws -> [String] {
        guard emails.count <= emailsMax else {
            throw Refusal.invalid(
                "additional_emails", "holds \(emails.count), at most \(emailsMax)")
        }
        if let email = emails.first(where: { !EmailAddress.isPlausible($0) }) {
            throw Refusal.invalid(
                "additional_emails", "has \(email.quoted), which is no e-mail address")
        }
        return emails
    }
}

extension ControlMethod {
    init(_ method: Open<DCVMethod>?, path: String) throws {
        switch method {
        case nil: self = .email
        case .known(.httpTokenStatic): self = .httpDynamic
        case .known(let known): self = ControlMethod(rawValue: known.rawValue) ?? .email
        case .other(let text):
            let all = ControlMethod.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal.invalid(path, "is \(text.quoted), has to be one of \(all)")
        }
    }
}
