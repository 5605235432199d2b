import APIModels
import Foundation
import Issuance
import OrderCore
import Registration
import Storage

extension OrderDetails {
    init(_ file: OrderFile, _ frame: OrderFrame, now: Date, showsCAA: Bool = false) {
        let roster = frame.roster
        let host = frame.host
        let order = file.order
        let settings = order.settings
        let user = Person(file.user)
        let purchased = file.purchased
        self.init(
            id: order.id.wire,
            certificate: OrderCertificate(file, now: now, roster: roster),
            status: Open(order.status(at: now).name), isRenewal: order.renewalOf != nil,
            isRenewed: order.term == nil ? nil : order.renewedBy != nil,
            renewedOrderID: order.renewalOf?.wire, renewedByOrderID: order.renewedBy?.wire,
            dateCreated: Timestamp(order.createdAt),
            dateIssued: order.term.map { Timestamp($0.issuedAt) },
            organization: file.organization.map(OrderOrganization.init),
            validityYears: order.length.years, orderValidity: APIModels.Validity(order.length),
            orderValidFrom: order.term.map { Day($0.validFrom) },
            orderValidTill: order.end.map { Day($0) },
            isMultiYearPlan: order.isMultiYearPlan(at: now) ? "1" : nil,
            disableRenewalNotifications: settings.disableRenewalNotifications,
            autoRenew: order.details.renewalsLeft ?? (settings.autoRenew ? 1 : 0),
            autoReissue: order.isMultiYearPlan(at: now) ? (settings.autoReissue ? 1 : 0) : nil,
            container: ContainerSummary(file.container), product: OrderedProduct(order.product),
            organizationContact: file.organizationContact.map(APIModels.Contact.init),
            technicalContact: file.technicalContact.map(APIModels.Contact.init),
            user: user, purchasedDNSNames: purchased.dns,
            purchasedWildcardNames: purchased.wildcard,
            requests: file.requests.map(OrderRequest.init), receiptID: order.receiptID?.wire,
            csProvisioningMethod: Open(
                order.details.provisioning?.method.rawValue ?? ProvisioningMethod.none.rawValue),
            hardwareInitializationCode: order.details.provisioning?.initializationCode,
            shippingAddress: order.details.provisioning?.shipping.map(ShippingAddress.init),
            sendMinus90: frame.tells(90, settings), sendMinus60: frame.tells(60, settings),
            sendMinus30: frame.tells(30, settings), sendMinus7: frame.tells(7, settings),
            sendMinus3: frame.tells(3, settings), sendPlus7: frame.tells(-7, settings),
            publicID: order.publicID, allowDuplicates: order.product.allowsDuplicates,
            userAssignments: [user], isOutOfContract: false,
            paymentMethod: Open(settings.paymentMethod.rawValue),
            productNameID: order.product.nameID,
            customFields: file.customFields.map(APIModels.CustomField.init).presence,
            additionalEmails: settings.additionalEmails.presence,
            customRenewalMessage: settings.customRenewalMessage,
            disableIssuanceEmail: settings.disableIssuanceEmail, disableCT: settings.disableCT,
            dcvMethod: settings.controlMethod.map { Open($0.rawValue) },
            notes: file.notes.map { APIModels.OrderNote(id: $0.id.wire, text: $0.text) }.presence,
            verifiedContacts: order.details.verifiedContacts?.enumerated().map {
                OrganizationContact($1, place: $0 + 1)
            },
            apiKey: OrderingKey(order.origin),
            caaStatusMessage: showsCAA && order.state == .pending
                ? NameMessages(
                    Dictionary(
                        file.certificate.content.namesOfAuthority.map {
                            ($0, "CAA check is not called yet")
                        }, uniquingKeysWith: { first, _ in first })) : nil,
            hostedLogoLocation: order.hostedLocation("logo.svg", at: host),
            hostedCertificateLocation: order.hostedLocation("certificate.pem", at: host),
            alternativeOrderID: order.details.alternativeID)
    }
}

extension OrderFile {
    /// The order's own, or that of its organization.
    fileprivate var organizationContact: OrderCore.Contact? {
        contacts.organization ?? organization?.contact
    }

    /// Whoever is asked about the organization answers technical questions, too, where nobody
    /// else does.
    var technicalContact: OrderCore.Contact? { contacts.technical ?? organizationContact }
}

/// What an order is shown with that does not belong to it.
struct OrderFrame: Sendable {
    /// Who would sign now, shown until somebody has.
    let roster: IssuerRoster
    /// Where marks are hosted.
    let host: Publication
    let notices: NoticeDays

    init(_ registry: Registry) {
        roster = registry.authority.roster
        host = registry.publication
        notices = registry.noticeDays
    }

    /// Whether people are told of an order's end so many days before.
    fileprivate func tells(_ days: Int, _ settings: OrderSettings) -> Bool {
        notices.days.contains(days) && !settings.disableRenewalNotifications
    }
}

extension OrderFile {
    /// Whether anybody ever approved the order: until then, it has no certificate to speak of.
    fileprivate var isApproved: Bool {
        requests.contains { $0.subject.kind == .newOrder && $0.state == .approved }
    }
}

extension OrderCore.Certificate.Content {
    /// The names that CAA records would speak of: hosts, and the hosts of mailboxes (RFC 9495).
    fileprivate var namesOfAuthority: [String] {
        let mailboxes = holder?.emails ?? []
        return allNames + mailboxes.compactMap { $0.split(separator: "@").last.map(String.init) }
    }
}

extension Order {
    /// Where the world finds the mark, once there is one that its owner has hosted here.
    fileprivate func hostedLocation(_ file: String, at host: Publication) -> String? {
        guard product.family.isMark, details.isHostingEnabled == true, term != nil else {
            return nil
        }
        return "\(host.baseURL)/mark/\(publicID)/\(file)"
    }
}

extension OrderCertificate {
    init(_ file: OrderFile, now: Date, roster: IssuerRoster) {
        let certificate = file.certificate
        let content = certificate.content
        let issuance = certificate.issuance
        let issuer =
            issuance.map { CAReference(id: $0.issuerID.description, name: file.issuerName ?? "") }
            ?? roster.issuer(of: content, product: file.order.product)
        let platform = OrderCore.ServerPlatform.platform(content.serverPlatformID)
        self.init(
            id: file.isApproved ? certificate.id.wire : nil,
            thumbprint: issuance?.thumbprint.hexadecimal,
            serialNumber: issuance?.serial.hexadecimal,
            status: certificate.statusInOrder, commonName: content.commonName,
            dnsNames: content.listedNames.presence, emails: content.holder?.emails.presence,
            certificateValidity: APIModels.Validity(content.validity),
            dateCreated: Timestamp(certificate.createdAt),
            dateIssued: issuance.map { Timestamp($0.issuedAt) },
            validFrom: issuance.map { Day($0.validFrom) },
            validTill: issuance.map { Day($0.validTill) },
            daysRemaining: issuance.map { Span.days(from: now, to: $0.validTill) },
            csr: content.csr,
            organization: file.organization.map { OrderOrganization(id: $0.id.wire) },
            organizationUnits: content.organizationUnits.presence,
            serverPlatform: APIModels.ServerPlatform(platform),
            signatureHash: content.signatureHash, keySize: certificate.keySizeBits,
            caCertificate: issuer,
            caCertificateID: file.order.product.validation == .dv ? issuer.id : nil,
            userID: certificate.userID.wire, profileOption: content.profileOption?.rawValue)
    }
}

extension OrderCore.Certificate {
    /// The size of its key; without a CSR, that of the key that was certified.
    var keySizeBits: Int? {
        if let bits = content.keySizeBits { return bits }
        // What cannot be read tells no size.
        return issuance.flatMap { try? SignedCertificate(der: $0.der) }?.keySizeBits
    }

    /// Told only once there is something to tell: a reissue, or a revocation.
    var statusInOrder: Open<CertificateStatus>? {
        switch (state, kind) {
        case (.revoked, _): .known(.revoked)
        case (.issued, .reissue): .known(.issued)
        case (.issued, _), (.pending, _), (.rejected, _): nil
        }
    }
}

extension Order {
    /// Once an id for quick installations; clients still read it. It follows from the order's id.
    var publicID: String {
        let digits = String(id.rawValue, radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits
    }
}

extension OrderLength {
    var years: Int? {
        switch self {
        case .years(let years): years
        case .days, .until: nil
        }
    }
}

extension APIModels.Validity {
    init?(_ length: OrderLength?) {
        switch length {
        case nil: return nil
        case .years(let years): self.init(years: years)
        case .days(let days): self.init(days: days)
        case .until(let date): self.init(customExpirationDate: Day(date).text)
        }
    }
}

extension OrderRequest {
    init(_ request: OrderCore.Request) {
        self.init(
            id: request.id.wire, date: Timestamp(request.createdAt),
            type: Open(request.subject.kind.rawValue), status: Open(request.state.rawValue),
            comments: request.comments)
    }
}

extension OrderingKey {
    init?(_ origin: Origin) {
        switch origin {
        case .apiKey(let name): self.init(name: name, keyType: .known(.apiKey))
        case .acme(let directoryURL): self.init(name: directoryURL, keyType: .known(.acmeURL))
        case .console: return nil
        }
    }
}

extension IssuerRoster {
    /// Who would sign such a certificate now.
    func issuer(of content: OrderCore.Certificate.Content, product: Product) -> CAReference {
        let id = issuerID(wished: content.issuerID, product: product.nameID)
        return CAReference(id: id.description, name: self[id]?.name ?? "")
    }
}
