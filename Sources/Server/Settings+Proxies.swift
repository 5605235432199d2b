import Configuration
import Web

extension TrustedProxies {
    /// `proxies.trusted`, addresses and networks; `proxies.header`, what they write.
    init(_ reader: ConfigReader) throws {
        let texts = reader.string(forKey: "proxies.trusted", default: "").split {
            $0 == "," || $0 == " "
        }.map(String.init)
        guard texts.count <= Self.blocksMax else {
            throw SettingsProblem(
                description:
                    "proxies.trusted has \(texts.count) entries, at most \(Self.blocksMax)")
        }
        let blocks = try texts.map { text in
            guard let block = AddressBlock(text) else {
                throw SettingsProblem(
                    description: """
                        proxies.trusted has "\(text)"; write addresses such as 192.0.2.1 and \
                        networks such as 10.0.0.0/8 or fd00::/8
                        """)
            }
            return block
        }
        let usual = Header.forwardedFor.rawValue
        let word = reader.string(forKey: "proxies.header", default: usual)
        guard let header = Header(rawValue: word.lowercased()) else {
            let all = Header.allCases.map(\.rawValue).joined(separator: " or ")
            throw SettingsProblem(description: "proxies.header is \"\(word)\", \(all)")
        }
        self.init(blocks, header: header)
    }
}
