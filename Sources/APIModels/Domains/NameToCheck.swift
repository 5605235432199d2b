/// A name of an order: `{"dns_name": "www.example.com"}`, in bodies also the name alone.
public struct NameToCheck: Codable, Equatable, Sendable {
    @LenientText public var dnsName: String?

    public init(dnsName: String? = nil) {
        self.dnsName = dnsName
    }

    public init(from decoder: any Decoder) throws {
        // No object: then it is the name alone.
        if let object = try? decoder.container(keyedBy: CodingKeys.self) {
            _dnsName = try object.decode(LenientText.self, forKey: .dnsName)
        } else {
            _dnsName = try LenientText(from: decoder)
        }
    }

    enum CodingKeys: String, CodingKey {
        case dnsName = "dns_name"
    }
}
