import APIDescription
import APIModels
import OrderCore
import Registration
import Storage

extension OperationDescription.Parameter {
    /// What an operation reads of its query.
    static func query(_ signature: Signature) -> [Self] {
        all[signature] ?? []
    }

    private static let all: [Signature: [Self]] = [
        Endpoint.listOrders.signature: list(
            OrderProperty.self,
            bare: [.containerID, .organizationID, .userID, .status, .productNameID]),
        Endpoint.reportOrders.signature: list(OrderProperty.self, isTable: true),
        Endpoint.listRequests.signature: list(RequestProperty.self, bare: [.status]),
        Endpoint.listDomains.signature: list(
            DomainProperty.self, bare: [.containerID], switches: [DomainDetail.reuse])
            + flags(
                "include_dcv_expiration_time", "include_dcv", "include_validation"),
        Endpoint.showDomain.signature: flags(
            "include_dcv", "include_validation", "include_dcv_expiration_time",
            DomainDetail.reuse),
        Endpoint.listOrganizations.signature: list(
            OrganizationProperty.self, bare: [.containerID]) + flags("include_validation"),
        Endpoint.listUsers.signature: list(
            UserProperty.self, bare: [.containerID, .accessRoleID]) + flags("without_container"),
        Endpoint.listServiceUsers.signature: list(
            UserProperty.self, bare: [.containerID, .accessRoleID]),
        Endpoint.listSubaccounts.signature: list(SubaccountProperty.self),
        Endpoint.listSubaccountOrders.signature: list(SubaccountOrderProperty.self),
        Endpoint.listSubaccountDomains.signature: list(
            DomainProperty.self, switches: [DomainDetail.reuse])
            + flags("include_dcv_expiration_time", DomainDetail.reuse),
        Endpoint.listSubaccountOrganizations.signature: list(OrganizationProperty.self),
        Endpoint.listBalanceHistory.signature: list(
            BalanceProperty.self, bare: [.containerID]),
        Endpoint.listVouchers.signature: list(VoucherOrderProperty.self),
        Endpoint.listUnitOrders.signature: list(UnitOrderProperty.self),
        Endpoint.listCTCertificates.signature: list(KnownCertificateProperty.self),
        Endpoint.showCTCertificate.signature: [
            Self("issuer", in: .query, .text, "The common name of the issuing certificate.")
        ],
        Endpoint.listAuditEntries.signature: list(AuditProperty.self),
        Endpoint.showOrder.signature: flags("include_caa_status") + [
            format("A file in place of the answer.")
        ],
        Endpoint.listReissues.signature: flags("show_archived"),
        Endpoint.listDuplicates.signature: flags("show_archived"),
        Endpoint.listAlternateOrders.signature: pages,
        Endpoint.listStatusChanges.signature: [
            Self("minutes", in: .query, .integer(minimum: 1), "How far back.", sample: "60"),
            Self("seconds", in: .query, .integer(minimum: 1), "How far back."),
            Self(
                "filters", in: .query,
                .members([
                    Schema.Member(
                        "status_last_updated", .text,
                        note: "A day, a time, or `a...b`, in the time of the US mountains.")
                ]), "One of the three has to be there."),
        ],
        Endpoint.downloadForPlatform.signature: [format()],
        Endpoint.downloadForChosenPlatform.signature: [format()],
        Endpoint.downloadOrder.signature: [
            format(),
            Self(
                "sub_id", in: .query, .integer(minimum: 0),
                "The number of a duplicate. Also `subId`."),
        ],
        Endpoint.validateEmail.signature: [
            Self("email", in: .query, .text, "The mailbox, where the body does not name it.")
        ],
        Endpoint.listProducts.signature: [container],
        Endpoint.showProduct.signature: [container],
        Endpoint.reportRequests.signature: [container],
        Endpoint.reportExpiringOrders.signature: [container] + flags("include_expiring_certs"),
        Endpoint.reportExpiringOrdersOfContainer.signature: flags("include_expiring_certs"),
        Endpoint.listKeys.signature: [
            Self("user_id", in: .query, .integer(minimum: 1), "Whose keys.")
        ],
    ]

    private static let container = Self(
        "container_id", in: .query, .integer(minimum: 1), "For this container.")

    private static func format(
        _ note: String = "The format; without it, that of the platform."
    ) -> Self {
        Self(
            "format", in: .query, .words(DownloadFormat.allCases.map(\.rawValue)),
            "\(note) Also `format_type`, `formatType`.")
    }

    private static func flags(_ names: String...) -> [Self] {
        names.map { Self($0, in: .query, .flag, "More members, or fewer.") }
    }

    private static let pages = [
        Self(
            "limit", in: .query, .integer(minimum: 0),
            "How many; 0 for as many as there may be."),
        Self("offset", in: .query, .integer(minimum: 0), "How many to pass over."),
    ]

    /// Page, order and filters of a list, as its properties have them.
    ///
    /// - Parameter isTable: whether it stands by id, from the first to the last.
    private static func list<Property: ListProperty>(
        _ type: Property.Type, bare: [Property] = [], switches: [String] = [],
        isTable: Bool = false
    ) -> [Self] {
        let sorting = Property.allCases.filter { $0.order != nil }.map(\.rawValue)
        let one = "[+-]?(\(sorting.joined(separator: "|")))"
        let filters = Schema.members(
            Property.allCases.map {
                Schema.Member($0.rawValue, $0.form.schema, note: $0.form.note)
            }
                + switches.map {
                    Schema.Member($0, .flag, note: "More members, or fewer; narrows nothing.")
                })
        let order = [
            Self("cursor", in: .query, .text, "The `next_cursor` of the page before."),
            Self(
                "sort", in: .query, .pattern("^\(one)(,\(one))*$"),
                "By what, `-` for downwards: \(sorting.joined(separator: ", "))."),
        ]
        return pages + (isTable ? [] : order)
            + [Self("filters", in: .query, filters, "All have to hold.")]
            + bare.map {
                Self($0.rawValue, in: .query, $0.form.schema, "As in `filters`.")
            }
    }
}

extension ListForm {
    /// What the text of a filter has to look like.
    fileprivate var schema: Schema {
        switch self {
        case .integer: .pattern(#"^([<>]?-?\d{1,18}|-?\d{1,18}\.\.\.-?\d{1,18})$"#)
        case .text, .idOrName, .host, .fragment, .idOrFragment, .date: .text
        case .flag: .words(["0", "1", "true", "false"])
        case .hex: .pattern("^([0-9A-Fa-f]{2})+$")
        case .words(let words): .words(words.keys.sorted())
        }
    }

    fileprivate var note: String? {
        switch self {
        case .integer: "A number, `>1`, `<9` or `1...9`."
        case .date: "A day or time, `>2026-01-05`, `<2026-01-05` or `2026-01-01...2026-01-31`."
        case .text: "The whole, or with `%` before it a part."
        case .idOrName: "An id, or a name: the whole, or with `%` before it a part."
        case .host: "The whole, or with `%` before it a part; a host also in its own letters."
        case .fragment: "A part."
        case .idOrFragment: "An id, or a part of a name."
        case .hex: "In hex."
        case .flag, .words: nil
        }
    }
}
