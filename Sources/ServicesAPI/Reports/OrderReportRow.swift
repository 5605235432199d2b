import APIModels
import Foundation
import Issuance
import OrderCore
import Registration
import Storage

/// One order as the report writes it: the contract's columns, in its order. What the CA does not
/// know is empty.
struct OrderReportRow {
    let values: [String]

    static let columns = columnsOfOrder + columnsOfCertificate + columnsOfSettings

    private static let columnsOfOrder = [
        "order_id", "customer_order_id", "date_created", "container_id", "container_name",
        "status", "user_id", "organization_id", "organization_name", "organization_address_1",
        "organization_address_2", "organization_city", "organization_state",
        "organization_country", "organization_unit", "tech_first_name", "tech_last_name",
        "tech_email", "tech_title", "tech_telephone",
    ]
    private static let columnsOfCertificate = [
        "server_type", "issuing_ca", "agreement_id", "validity_years", "signature_hash",
        "dcv_method", "common_name", "plus_feature", "dns_names", "product_id",
        "product_name_id", "product_name", "product_type", "email", "csr", "valid_from",
        "valid_till", "certificate_tracker_id",
    ]
    private static let columnsOfSettings = [
        "is_renewed", "renewed_order_id", "receipt_id", "disable_issuance_email", "pay_type",
        "is_out_of_contract", "disable_renewal_notifications", "additional_emails", "auto_renew",
        "custom_renewal_message", "thumbprint", "serial_number", "account_id",
        "user_first_name", "user_last_name",
    ]

    /// - Parameter roster: names the authority that an order asks for and that has not signed yet.
    init(_ file: OrderFile, roster: IssuerRoster, now: Date) {
        values =
            Self.order(file, now: now) + Self.certificate(file, roster) + Self.settings(file)
    }

    private static func order(_ file: OrderFile, now: Date) -> [String] {
        let order = file.order
        let address = file.organization?.address
        let technical = file.technicalContact
        return [
            order.id.description, order.details.alternativeID ?? "",
            SpacedTimestamp(order.createdAt).text,
            file.container.id.description, file.container.name, order.status(at: now).name,
            file.user.id.description, order.organizationID?.description ?? "",
            file.organization?.name ?? "", address?.street ?? "", address?.street2 ?? "",
            address?.city ?? "", address?.state ?? "", address?.country ?? "",
            file.certificate.content.organizationUnits.joined(separator: "; "),
            technical?.firstName ?? "", technical?.lastName ?? "", technical?.email ?? "",
            technical?.jobTitle ?? "", technical?.telephone ?? "",
        ]
    }

    private static func certificate(_ file: OrderFile, _ roster: IssuerRoster) -> [String] {
        let order = file.order
        let content = file.certificate.content
        let issuance = file.certificate.issuance
        let platform = OrderCore.ServerPlatform.platform(content.serverPlatformID)
        let wished = content.issuerID.map { _ in
            roster.issuer(of: content, product: order.product).name
        }
        return [
            platform.name, file.issuerName ?? wished ?? "", "",
            order.length.years.map(String.init) ?? "", content.signatureHash,
            order.settings.controlMethod?.rawValue ?? "",
            content.commonName, "0", content.dnsNames.joined(separator: ","), "",
            order.product.nameID, order.product.name, order.product.type, file.user.email,
            content.csr ?? "", issuance.map { Day($0.validFrom).text } ?? "",
            issuance.map { Day($0.validTill).text } ?? "", "",
        ]
    }

    private static func settings(_ file: OrderFile) -> [String] {
        let order = file.order
        let settings = order.settings
        let issuance = file.certificate.issuance
        func flag(_ value: Bool) -> String { value ? "1" : "0" }
        return [
            flag(order.renewedBy != nil), order.renewalOf?.description ?? "",
            order.receiptID?.description ?? "", flag(settings.disableIssuanceEmail),
            settings.paymentMethod.rawValue, "0", flag(settings.disableRenewalNotifications),
            settings.additionalEmails.joined(separator: ","), flag(settings.autoRenew),
            settings.customRenewalMessage ?? "", issuance?.thumbprint.hexadecimal ?? "",
            issuance?.serial.hexadecimal ?? "", order.accountID.description,
            file.user.firstName, file.user.lastName,
        ]
    }
}
