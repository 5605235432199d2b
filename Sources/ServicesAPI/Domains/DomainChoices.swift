import APIModels
import OrderCore
import Registration
import Web

/// What a client offers its people to choose from, and what it warns them of.
struct DomainChoices: Sendable {
    let desks: Desks

    func types(_ call: Call<NoBody>) -> ValidationTypeList {
        ValidationTypeList(
            validationTypes: OrderCore.ValidationType.ofDomains.map(ValidationTypeDetails.init))
    }

    func methods(_ call: Call<NoBody>) -> ControlMethodList {
        ControlMethodList(methods: ControlMethod.allCases.map(ControlMethodDetails.init))
    }

    func expiring(_ call: Call<NoBody>) async throws -> ExpiringDomains {
        let ends = try await desks.domains.proofEnds(for: call.caller)
        func number(_ days: ClosedRange<Int>) -> String { String(ends.count(days)) }
        return ExpiringDomains(
            expired: String(ends.expired), expirySoon: number(ProofEnds.soonDays),
            affectedByMozillaPolicy: "0", recentlyExpired: number(ProofEnds.recentDays),
            within30Days: number(0...30), from31To60Days: number(31...60),
            from61To90Days: number(61...90))
    }
}

extension ValidationTypeDetails {
    fileprivate init(_ type: OrderCore.ValidationType) {
        self.init(
            type: Open(type.rawValue), name: type.name, description: type.description,
            requiresUser: type == .ev, requiresDCV: true)
    }
}

extension ControlMethodDetails {
    fileprivate init(_ method: ControlMethod) {
        let (title, description) = method.phrases
        self.init(
            name: Open(method.rawValue), displayName: title, description: description,
            isDefault: method == .email ? true : nil)
    }
}

extension ControlMethod {
    fileprivate var phrases: (title: String, description: String) {
        switch self {
        case .email: ("E-mail", "A mailbox of the domain confirms.")
        case .dnsTXT: ("DNS TXT record", "The value stands in a TXT record of the domain.")
        case .dnsCNAME: ("DNS CNAME record", "The value is the name of a CNAME record.")
        case .http: ("File", "The value stands in a file of the domain's web server.")
        case .httpDynamic:
            ("File with a name of its own", "The value stands in a file that is named after it.")
        }
    }
}
