/// A no, in the words that the caller reads: the only error that leaves this room.
///
/// The message says what was wrong and what would be right, and holds nothing secret.
package struct Refusal: Error, Equatable {
    package let code: RefusalCode
    package let message: String
    /// The lints that a certificate failed, where that is the reason: the log has them.
    package let lints: [String]

    package init(_ code: RefusalCode, _ message: String, lints: [String] = []) {
        self.code = code
        self.message = message
        self.lints = lints
    }
}

extension Refusal: CustomStringConvertible {
    package var description: String { message }
}

/// The error codes of the contract, and ours where it has none. Part of the API: never renamed.
///
/// A new code? Also: its status in `Web/ErrorAnswer`, its line in `docs/errors.md`.
package enum RefusalCode: Equatable, Sendable {
    case accessDeniedInvalidKey
    case missingPermission
    case invalidApprover
    /// The address is none that the account lets in.
    case addressNotAdmitted
    case notFound(Thing?)
    case requestLimitExceeded
    case badRequestFormat
    case requestTooLarge
    case unsupportedMediaType
    case methodNotAllowed
    case requiredParameter(String)
    case invalidValue(String)
    case ambiguousProduct
    case csrInvalid
    case certificateExceedsOrder
    case invalidCustomFieldValue
    case requestAlreadyProcessed
    case invalidOrderState
    case orderAlreadyRevoked
    case orderNotRenewable
    case duplicateNotAllowed
    case duplicateDomain
    case duplicateUsername
    case duplicateOrganization
    case idempotencyKeyReused
    case duplicateContactType
    case primaryCertificate
    case timeFrameTooLong
    case productNotAllowed
    case insufficientFunds
    case insufficientUnits
    case voucherNotUsable
    case voucherLengthTwice
    case invalidDNSTXT
    case invalidDNSCNAME
    case invalidDNSMethod
    case invalidControlMethod
    case fileRandomValueNotFound
    /// CAA records of this name let others alone certify it.
    case authorityForbidden(String)
    /// Nobody could say what they let.
    case authorityUnknown(String)
    case serviceUnavailable
    case internalError

    package enum Thing: String, Sendable {
        case order, product, route, certificate, request, user, container, organization, domain
        case subaccount, receipt, voucher, key, invitation, logo
        case unitOrder = "unit_order"
        case customField = "custom_field"
        case template
        case ipRule = "ip_rule"
    }
}

extension RefusalCode {
    /// The code as it stands in answers.
    package var text: String {
        switch self {
        case .accessDeniedInvalidKey: "access_denied|access_denied_invalid_key"
        case .missingPermission: "access_denied|missing_permission"
        case .invalidApprover: "access_denied|invalid_approver"
        case .addressNotAdmitted: "access_denied|ip_address_not_allowed"
        case .notFound(let thing): thing.map { "not_found|\($0.rawValue)" } ?? "not_found"
        case .requestLimitExceeded: "request_limit_exceeded"
        case .badRequestFormat: "bad_request_format"
        case .requestTooLarge: "request_too_large"
        case .unsupportedMediaType: "unsupported_media_type"
        case .methodNotAllowed: "method_not_allowed"
        case .requiredParameter(let path): "required_param:\(path)"
        case .invalidValue(let path): "invalid_value:\(path)"
        case .ambiguousProduct: "ambiguous_product"
        case .csrInvalid: "csr_invalid_cannot_parse"
        case .certificateExceedsOrder: "cert_validity_exceeds_order_validity"
        case .invalidCustomFieldValue: "invalid_custom_field_value"
        case .requestAlreadyProcessed: "request_already_processed"
        case .invalidOrderState: "invalid_order_status"
        case .orderAlreadyRevoked: "order_already_revoked"
        case .orderNotRenewable: "order_not_eligible_for_renewal"
        case .duplicateNotAllowed: "duplicate_not_allowed"
        case .duplicateDomain: "domain_already_exists"
        case .duplicateUsername: "username_already_exists"
        case .duplicateOrganization: "duplicate_organization"
        case .idempotencyKeyReused: "idempotency_key_reused"
        case .duplicateContactType: "contact_type_duplicate"
        case .primaryCertificate: "cannot_archive_primary_certificate"
        case .timeFrameTooLong: "time_frame_too_long"
        case .productNotAllowed: "product_not_allowed"
        case .insufficientFunds: "insufficient_funds"
        case .insufficientUnits: "insufficient_units"
        case .voucherNotUsable: "voucher_not_usable"
        case .voucherLengthTwice:
            "cannot_set_both_validity_years_and_validity_days_for_voucher"
        case .invalidDNSTXT: "invalid_dns_txt"
        case .invalidDNSCNAME: "invalid_dns_cname"
        case .invalidDNSMethod: "invalid_dns_method"
        case .invalidControlMethod: "invalid_dcv_method"
        case .fileRandomValueNotFound: "file_random_value_not_found"
        case .authorityForbidden(let name): "caa_check_failed|\(name)"
        case .authorityUnknown(let name): "caa_not_found|\(name)"
        case .serviceUnavailable: "service_unavailable"
        case .internalError: "internal_error"
        }
    }
}

extension RefusalCode.Thing {
    fileprivate var words: String { rawValue.replacing("_", with: " ") }
}

extension Refusal {
    package static func notFound(_ thing: RefusalCode.Thing) -> Refusal {
        Refusal(.notFound(thing), "The specified \(thing.words) was not found.")
    }

    package static func required(_ path: String) -> Refusal {
        Refusal(.requiredParameter(path), "\(path) is a required parameter.")
    }

    /// - Parameter problem: continues the sentence that the path begins.
    package static func invalid(_ path: String, _ problem: String) -> Refusal {
        Refusal(.invalidValue(path), "\(path) \(problem)")
    }

    package static let missingPermission = Refusal(
        .missingPermission, "The API key does not have the permission that this request needs.")

    package static let invalidKey = Refusal(
        .accessDeniedInvalidKey, "Access denied due to access_denied_invalid_key.")
}
