import APIModels
import Foundation
import Issuance
import OrderCore
import Registration
import Storage

extension OrderSummary {
    init(_ entry: OrderEntry, now: Date) {
        let order = entry.order
        self.init(
            id: order.id.wire,
            certificate: CertificateSummary(entry.certificate, now: now),
            status: Open(order.status(at: now).name), isRenewed: order.renewedBy != nil,
            dateCreated: Timestamp(order.createdAt),
            organization: order.organizationID.map {
                OrderOrganization(id: $0.wire, name: entry.organizationName)
            },
            validityYears: order.length.years,
            disableRenewalNotifications: order.settings.disableRenewalNotifications,
            container: ContainerSummary(id: order.containerID.wire, name: entry.containerName),
            product: OrderedProduct(
                nameID: order.product.nameID, name: order.product.name,
                type: order.product.type),
            hasDuplicates: entry.duplicatesCount > 0,
            duplicatesCount: entry.duplicatesCount > 0 ? entry.duplicatesCount : nil,
            reissuesCount: entry.reissuesCount > 0 ? entry.reissuesCount : nil,
            hasReissues: entry.reissuesCount > 0, productNameID: order.product.nameID,
            price: entry.price?.amount,
            customFields: entry.customFields.map(APIModels.CustomField.init).presence)
    }
}

extension CertificateSummary {
    init(_ certificate: OrderCore.Certificate, now: Date) {
        let issuance = certificate.issuance
        let content = certificate.content
        self.init(
            id: issuance == nil ? nil : certificate.id.wire, commonName: content.commonName,
            dnsNames: content.allNames.presence,
            validFrom: issuance.map { Day($0.validFrom) },
            validTill: issuance.map { Day($0.validTill) },
            daysRemaining: issuance.map { Span.days(from: now, to: $0.validTill) },
            signatureHash: content.signatureHash, serialNumber: issuance?.serial.hexadecimal)
    }
}
