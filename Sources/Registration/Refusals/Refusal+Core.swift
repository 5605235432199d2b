import Foundation
import Issuance
import OrderCore
import Storage

/// What the rules of the core say, in the caller's words.
extension Refusal {
    init(_ illegal: IllegalMove) {
        self.init(illegal.move, in: illegal.state.rawValue)
    }

    fileprivate init(_ move: OrderMove, in status: String) {
        let deed =
            switch move {
            case .approve: "approved"
            case .reject: "rejected"
            case .cancel: "canceled"
            case .issue, .completeReissue: "issued"
            case .awaitCSR, .awaitPickup, .supplyKey: "given a key"
            case .requestReissue, .abandonReissue: "reissued"
            case .requestDuplicate: "duplicated"
            case .requestRevocation, .revoke: "revoked"
            }
        let isDone = move.isRevocation && status == OrderState.revoked.rawValue
        self.init(
            isDone ? .orderAlreadyRevoked : .invalidOrderState,
            "The order cannot be \(deed) while its status is \(status).")
    }

    init(_ processed: RequestAlreadyProcessed) {
        self.init(
            .requestAlreadyProcessed, "The request has already been \(processed.state.rawValue).")
    }

    init(_ problem: NameProblem) {
        switch problem {
        case .tooMany(let count, let max):
            self = .invalid("certificate.dns_names", "holds \(count) names, at most \(max)")
        case .wildcardAsCommonName(let name):
            self = .invalid(
                "certificate.common_name", "is \(name.quoted), but the product takes no wildcards")
        case .wildcardRefused(let name):
            self = .invalid(
                "certificate.dns_names", "has \(name.quoted), but the product takes no wildcards")
        case .wildcardNeeded(let name):
            self = .invalid(
                "certificate.common_name",
                "is \(name.quoted), but the product needs a wildcard such as *.\(name)")
        case .notBelow(let name, let base):
            self = .invalid(
                "certificate.dns_names", "has \(name.quoted), which is not below \(base)")
        case .notAllowed(let name):
            self = .invalid(
                "certificate.dns_names", "has \(name.quoted), but the product secures one name")
        }
    }

    init(_ problem: CertificateTerm.Problem) {
        switch problem {
        case .exceedsOrder:
            self.init(
                .certificateExceedsOrder, "The certificate would be valid longer than its order.")
        case .exceedsCap(let daysMax):
            self = .invalid("certificate.cert_validity", "is longer than \(daysMax) days, the most")
        case .endsInThePast:
            self = .invalid("certificate.cert_validity", "ends in the past")
        }
    }

    init(_ problem: SigningRequestProblem) {
        self.init(.csrInvalid, problem.phrase)
    }
}

extension Refusal {
    /// What an engine makes of a request that it refuses; `nil` where it is a fault of ours.
    package init?(engine error: any Error) {
        guard let problem = error as? StorageProblem else { return nil }
        switch problem {
        case .unstorable:
            self.init(.badRequestFormat, "A text must not hold the character NUL (U+0000).")
        case .changedMeanwhile:
            self.init(
                .serviceUnavailable, "Too many changes were made at the same time. Try again.")
        case .unavailable, .nothingInserted, .unreadable, .schemaTooNew, .violates: return nil
        }
    }
}

extension StringProtocol {
    private static var quotedMax: Int { 100 }

    /// The text in quotes, cut where it is long: answers do not echo what might be anything.
    package var quoted: String {
        count <= Self.quotedMax ? "\"\(self)\"" : "\"\(prefix(Self.quotedMax))…\""
    }
}

extension Order {
    /// ``move(_:)``, with a no that the caller can read.
    mutating func ruled(_ move: OrderMove) throws(Refusal) {
        do {
            try self.move(move)
        } catch {
            throw Refusal(error)
        }
    }
}

extension Order {
    /// Refuses what an order past its end takes no more.
    func refuseExpired(_ move: OrderMove, at now: Date) throws(Refusal) {
        let status = status(at: now)
        guard status != .expired else { throw Refusal(move, in: status.name) }
    }
}

extension Order {
    /// ``issue(term:)``, with a no that the caller can read.
    mutating func ruled(term: Term) throws(Refusal) {
        do {
            try issue(term: term)
        } catch {
            throw Refusal(error)
        }
    }
}

extension Request {
    /// ``decide(_:decision:)``, with a no that the caller can read.
    mutating func ruled(_ target: RequestState, _ decision: Decision) throws(Refusal) {
        do {
            try decide(target, decision: decision)
        } catch {
            throw Refusal(error)
        }
    }
}

extension OrderMove {
    fileprivate var isRevocation: Bool {
        switch self {
        case .requestRevocation, .revoke: true
        case .approve, .reject, .cancel, .issue, .completeReissue, .awaitCSR, .awaitPickup,
            .supplyKey, .requestReissue, .abandonReissue, .requestDuplicate:
            false
        }
    }
}
