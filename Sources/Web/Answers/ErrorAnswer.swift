import APIModels
import HTTPTypes
import Hummingbird
import Registration

/// The one place that knows which status a refusal has.
struct ErrorAnswerMaker: Sendable {
    private let maker = AnswerMaker()

    func answer(_ refusal: Refusal, requestID: String) -> Response {
        reply(refusal, requestID: requestID).response
    }

    func reply(_ refusal: Refusal, requestID: String) -> Reply {
        let answer = ErrorAnswer(
            errors: [ErrorEntry(code: refusal.code.text, message: refusal.message)],
            requestID: requestID)
        do {
            var reply = try maker.json(answer, status: refusal.code.status)
            if reply.status == .serviceUnavailable || reply.status == .tooManyRequests {
                reply.headers[.retryAfter] = String(Refusal.retryAfterSeconds)
            }
            return reply
        } catch {
            preconditionFailure("two strings can always be encoded: \(error)")
        }
    }
}

extension RefusalCode {
    var status: HTTPResponse.Status {
        switch self {
        case .accessDeniedInvalidKey, .missingPermission, .invalidApprover, .addressNotAdmitted:
            .forbidden
        case .notFound: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .requestLimitExceeded: .tooManyRequests
        case .requestTooLarge: .contentTooLarge
        case .unsupportedMediaType: .unsupportedMediaType
        case .idempotencyKeyReused: .unprocessableContent
        case .badRequestFormat, .requiredParameter, .invalidValue, .ambiguousProduct, .csrInvalid,
            .certificateExceedsOrder, .invalidCustomFieldValue, .requestAlreadyProcessed,
            .invalidOrderState, .orderAlreadyRevoked, .orderNotRenewable, .duplicateNotAllowed,
            .duplicateDomain, .duplicateUsername, .duplicateOrganization, .duplicateContactType,
            .primaryCertificate, .timeFrameTooLong,
            .productNotAllowed, .insufficientFunds, .insufficientUnits, .voucherNotUsable,
            .voucherLengthTwice, .invalidDNSTXT, .invalidDNSCNAME, .invalidDNSMethod,
            .invalidControlMethod, .fileRandomValueNotFound, .authorityForbidden,
            .authorityUnknown:
            .badRequest
        case .serviceUnavailable: .serviceUnavailable
        case .internalError: .internalServerError
        }
    }
}
