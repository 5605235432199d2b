import Foundation
import OrderCore

extension Order {
    static let columns = """
        o.id, o.version, o.account_id, o.container_id, o.organization_id, o.user_id, o.product, \
        o.state, o.awaits, o.primary_certificate_id, o.length_unit, o.length_value, o.renewal_of, \
        o.renewed_by, o.origin, o.origin_name, o.receipt_id, o.created_at, o.issued_at, \
        o.valid_from, o.valid_till, o.additional_emails, o.auto_reissue, o.auto_renew, \
        o.custom_renewal_message, o.disable_ct, o.disable_issuance_email, \
        o.disable_renewal_notifications, o.locale, o.payment_method, o.has_guest_access, \
        o.dcv_method, o.details
        """

    init(row: inout Columns) throws {
        self.init(
            id: row.id(), version: row.long(), accountID: row.id(), containerID: row.id(),
            organizationID: row.idIfPresent(), userID: row.id(),
            product: try Product(column: row.text()), state: try OrderState(row: &row),
            primaryCertificateID: row.id(), length: try OrderLength(row: &row),
            renewalOf: row.idIfPresent(), renewedBy: row.idIfPresent(),
            origin: try Origin(row: &row), receiptID: row.idIfPresent(), createdAt: row.date(),
            term: Term(rowIfPresent: &row), settings: try OrderSettings(row: &row),
            details: try row.jsonIfPresent("details") ?? Order.Details())
    }
}

extension OrderState {
    init(row: inout Columns) throws {
        let state: OrderState = try row.word()
        let awaits: OrderState? = try row.wordIfPresent()
        self = awaits ?? state
    }

    /// The columns `state` and `awaits`.
    var values: [SQLValue] {
        switch self {
        case .needsCSR, .waitingPickup:
            [.text(OrderState.pending.rawValue), .text(rawValue)]
        case .needsApproval, .pending, .issued, .reissuePending, .rejected, .canceled, .revoked:
            [.text(rawValue), .null]
        }
    }
}

extension Order.Details {
    var value: SQLValue { self == Self() ? .null : .json(self) }
}

extension Order {
    /// What its receipts come to, less what was paid back.
    static let priceColumn = """
        (SELECT CAST(coalesce(sum(CASE t.deal WHEN 'refund' THEN -t.cost_cents \
        ELSE t.cost_cents END), 0) AS BIGINT) FROM receipts t WHERE t.order_id = o.id)
        """
}

extension Product {
    init(column value: String) throws {
        guard let product = ProductCatalog.product(value) else {
            throw StorageProblem.unreadable(column: "product", value: value)
        }
        self = product
    }
}

extension Order.Term {
    init?(rowIfPresent row: inout Columns) {
        let issuedAt = row.dateIfPresent()
        let validFrom = row.dateIfPresent()
        let validTill = row.dateIfPresent()
        guard let issuedAt, let validFrom, let validTill else { return nil }
        self.init(issuedAt: issuedAt, validFrom: validFrom, validTill: validTill)
    }
}

extension Origin {
    init(row: inout Columns) throws {
        let word = row.text()
        let name = row.textIfPresent() ?? ""
        switch word {
        case "api_key": self = .apiKey(name: name)
        case "acme_url": self = .acme(directoryURL: name)
        case "console": self = .console
        default: throw StorageProblem.unreadable(column: "origin", value: word)
        }
    }

    var values: [SQLValue] {
        switch self {
        case .apiKey(let name): [.text("api_key"), .text(name)]
        case .acme(let directoryURL): [.text("acme_url"), .text(directoryURL)]
        case .console: [.text("console"), .null]
        }
    }
}

extension OrderLength {
    init(row: inout Columns) throws {
        let unit = row.text()
        try self.init(unit: unit, value: row.long())
    }

    init?(rowIfPresent row: inout Columns) throws {
        let unit = row.textIfPresent()
        let value = row.intIfPresent()
        guard let unit, let value else { return nil }
        try self.init(unit: unit, value: Int64(value))
    }

    private init(unit: String, value: Int64) throws {
        switch unit {
        case "years": self = .years(Int(value))
        case "days": self = .days(Int(value))
        case "until": self = .until(Date(milliseconds: value))
        default: throw StorageProblem.unreadable(column: "length_unit", value: unit)
        }
    }

    var values: [SQLValue] {
        switch self {
        case .years(let years): [.text("years"), .int(years)]
        case .days(let days): [.text("days"), .int(days)]
        case .until(let date): [.text("until"), .date(date)]
        }
    }
}

extension OrderSettings {
    init(row: inout Columns) throws {
        self.init()
        additionalEmails = row.lines()
        autoReissue = row.flag()
        autoRenew = row.flag()
        customRenewalMessage = row.textIfPresent()
        disableCT = row.flag()
        disableIssuanceEmail = row.flag()
        disableRenewalNotifications = row.flag()
        locale = row.textIfPresent()
        paymentMethod = try row.word()
        allowsGuests = row.flag()
        controlMethod = try row.wordIfPresent()
    }

    var values: [SQLValue] {
        [
            .lines(additionalEmails), .flag(autoReissue), .flag(autoRenew),
            .text(customRenewalMessage), .flag(disableCT), .flag(disableIssuanceEmail),
            .flag(disableRenewalNotifications), .text(locale), .text(paymentMethod.rawValue),
            .flag(allowsGuests), .text(controlMethod?.rawValue),
        ]
    }
}
