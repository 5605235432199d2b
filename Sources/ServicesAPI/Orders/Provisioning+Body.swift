import APIModels
import OrderCore
import Registration

extension Provisioning {
    /// Reads how the key for signing comes. Where the client does not say, a CSR says that it has
    /// the hardware, and its absence that it has a token.
    init(
        _ method: Open<ProvisioningMethod>?, _ address: ShippingAddress?, hasCSR: Bool,
        registry: Registry
    ) throws {
        self.init(method: try Self.method(method) ?? (hasCSR ? .email : .clientApp))
        switch self.method {
        case .shipToken: shipping = try Shipping(address)
        case .clientApp: initializationCode = registry.tokens.initializationCode()
        case .email, .none:
            guard hasCSR else { throw Refusal.required("certificate.csr") }
        }
    }

    private static func method(_ method: Open<ProvisioningMethod>?) throws -> Method? {
        switch method {
        case nil: nil
        case .known(.shipToken): .shipToken
        case .known(.clientApp): .clientApp
        case .known(.email): .email
        case .known(.none): Method.none
        case .known(.keylocker):
            throw Refusal.invalid("cs_provisioning_method", "is keylocker, which is not offered")
        case .other(let text):
            let all = Method.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal.invalid(
                "cs_provisioning_method", "is \(text.quoted), has to be one of \(all)")
        }
    }
}

extension Provisioning.Shipping {
    static let lineCharactersMax = 128

    init(_ address: ShippingAddress?) throws {
        func line(_ text: String?, _ member: String) throws -> String {
            guard let text = text?.trimmingSpaces, !text.isEmpty else {
                throw Refusal.required("ship_info.\(member)")
            }
            guard text.count <= Self.lineCharactersMax, !text.contains(where: \.isNewline) else {
                throw Refusal.invalid(
                    "ship_info.\(member)",
                    "is longer than one line of \(Self.lineCharactersMax) characters")
            }
            return text
        }
        let speed = try line(address?.method ?? Speed.standard.rawValue, "method").uppercased()
        guard let method = Speed(rawValue: speed) else {
            throw Refusal.invalid(
                "ship_info.method", "is \(speed.quoted), has to be one of STANDARD, EXPEDITED")
        }
        let country = try line(address?.country, "country")
        guard CountryCode.isAssigned(country) else {
            throw Refusal.invalid(
                "ship_info.country", "is \(country.quoted), no country's code of two letters")
        }
        self.init(
            name: try line(address?.name, "name"), address1: try line(address?.address1, "addr1"),
            address2: try address?.address2.map { try line($0, "addr2") },
            city: try line(address?.city, "city"), state: try line(address?.state, "state"),
            zip: try line(address?.zip, "zip"), country: country,
            method: method)
    }
}

extension ShippingAddress {
    init(_ shipping: Provisioning.Shipping) {
        self.init(
            name: shipping.name, address1: shipping.address1, address2: shipping.address2,
            city: shipping.city, state: shipping.state, zip: shipping.zip,
            country: shipping.country, method: shipping.method.rawValue)
    }
}
