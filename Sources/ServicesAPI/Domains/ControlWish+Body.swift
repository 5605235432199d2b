import APIModels
import OrderCore
import Registration

extension ControlWish {
    init(_ body: PlaceOrder) throws {
        self.init(
            method: try ControlMethod(body.dcvMethod, path: "dcv_method"),
            extent: try .init(body.certificateDCVScope),
            mailboxes: try (body.dcvEmails ?? []).map {
                try Mailbox(
                    name: $0.dnsName, email: $0.email, domain: $0.emailDomain, path: "dcv_emails",
                    nameMember: "dns_name")
            })
    }
}

extension ControlWish.Extent {
    /// The base of a name is a domain that the account has above it; without one, the name itself.
    init(_ scope: Open<DCVScope>?) throws {
        switch scope {
        case .known(.fqdn): self = .name
        case .known(.baseDomain), nil: self = .domain
        case .other(let text):
            let all = DCVScope.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal.invalid(
                "certificate_dcv_scope", "is \(text.quoted), has to be one of \(all)")
        }
    }
}

extension ControlWish.Mailbox {
    init(
        name: String?, email: String?, domain: String?, path: String, nameMember: String
    ) throws {
        guard let name = name?.lowercased() else {
            throw Refusal.required("\(path).\(nameMember)")
        }
        guard let email = email?.lowercased() else { throw Refusal.required("\(path).email") }
        if let domain = domain?.lowercased(), !email.hasSuffix("@" + domain) {
            throw Refusal.invalid("\(path).email", "is \(email.quoted), not at \(domain.quoted)")
        }
        guard ControlInvitation.mayDecide(email, about: name) else {
            let boxes = ControlInvitation.mailboxes(at: "…").map { $0.dropLast(2) }
            throw Refusal.invalid(
                "\(path).email",
                """
                is \(email.quoted), none of \(boxes.joined(separator: ", ")) at \(name) or a \
                domain above it
                """)
        }
        self.init(name: name, email: email)
    }
}
