extension OrderList: TableAnswer {
    /// The members of each order by their path.
    public var table: CSVTable {
        CSVTable(columns: Self.columns, rows: orders.map(\.row))
    }

    private static let columns = [
        "id", "certificate.id", "certificate.common_name", "certificate.dns_names",
        "certificate.valid_from", "certificate.valid_till", "certificate.days_remaining",
        "certificate.signature_hash", "certificate.serial_number", "status", "is_renewed",
        "date_created", "organization.id", "organization.name", "validity_years",
        "disable_renewal_notifications", "container.id", "container.name", "product.name_id",
        "product.name", "product.type", "has_duplicates", "product_name_id", "price",
        "duplicates_count", "reissues_count", "has_reissues", "custom_fields",
    ]
}

extension OrderSummary {
    fileprivate var row: [String] {
        let issued: [String] = [
            certificate.id.text, certificate.commonName ?? "",
            (certificate.dnsNames ?? []).joined(separator: " "),
            certificate.validFrom?.text ?? "", certificate.validTill?.text ?? "",
            certificate.daysRemaining.text, certificate.signatureHash ?? "",
            certificate.serialNumber ?? "",
        ]
        let standing: [String] = [
            status.text, isRenewed.text, dateCreated.text, (organization?.id).text,
            organization?.name ?? "", validityYears.text, disableRenewalNotifications.text,
        ]
        let ordered: [String] = [
            "\(container.id)", container.name, product.nameID, product.name, product.type,
            hasDuplicates.text, productNameID, price.text,
        ]
        let counted: [String] = [
            duplicatesCount.text, reissuesCount.text, hasReissues.text,
            (customFields ?? []).map { "\($0.label)=\($0.value)" }.joined(separator: "; "),
        ]
        return ["\(id)"] + issued + standing + ordered + counted
    }
}
