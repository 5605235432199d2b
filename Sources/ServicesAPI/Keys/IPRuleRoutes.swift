import APIModels
import OrderCore
import Registration
import Web

/// From which addresses an account is let in.
struct IPRuleRoutes: Sendable {
    let desks: Desks

    func list(_ call: Call<NoBody>) async throws -> IPRuleList {
        let container = try call.container
        let rules = try await desks.ipRules.list(below: container, for: call.caller)
        return IPRuleList(ipRules: rules.map { IPRuleDetails($0, below: container) })
    }

    func add(_ call: Call<AddIPRule>) async throws -> CreationReceipt {
        let id = try await desks.ipRules.add(
            try IPRuleDesk.Wish(call.body), below: call.container, for: call.caller,
            keeping: call.keeping { CreationReceipt(id: $0.wire) })
        return CreationReceipt(id: id.wire)
    }

    func delete(_ call: Call<NoBody>) async throws {
        try await desks.ipRules.delete(
            try call.id("rule_id", of: .ipRule), below: call.container, for: call.caller)
    }
}

extension IPRuleDesk.Wish {
    fileprivate init(_ body: AddIPRule) throws {
        let first = try Self.address(body.ipAddress, "ip_address")
        let last = try Self.address(body.ipAddressEnd, "ip_address_end")
        guard first <= last else {
            throw Refusal.invalid("ip_address_end", "is \(last), which lies before \(first)")
        }
        guard body.userID == nil || body.apiKeyID == nil else {
            throw Refusal.invalid("api_key_id", "stands beside user_id; a rule is for one of them")
        }
        self.init(
            subject: body.userID.map { .user($0.id()) } ?? body.apiKeyID.map { .key($0.id()) }
                ?? .account,
            range: first...last, description: body.description)
    }

    private static func address(_ text: String?, _ path: String) throws -> IPv4Address {
        guard let text else { throw Refusal.required(path) }
        guard let address = IPv4Address(text.trimmingSpaces) else {
            throw Refusal.invalid(path, "is \(text.quoted), an IPv4 address such as 192.0.2.1")
        }
        return address
    }
}

extension IPRuleDetails {
    fileprivate init(_ rule: IPRule, below container: ID<Container>) {
        var userID = 0
        var keyID: Int?
        switch rule.subject {
        case .account: break
        case .user(let id): userID = id.wire
        case .key(let id): keyID = id.wire
        }
        self.init(
            id: rule.id.wire, dateCreated: Timestamp(rule.createdAt),
            accountID: rule.accountID.description, containerID: container.wire, userID: userID,
            apiKeyID: keyID, ipAddress: rule.range.lowerBound.description,
            ipAddressEnd: rule.range.upperBound.description, description: rule.description)
    }
}
