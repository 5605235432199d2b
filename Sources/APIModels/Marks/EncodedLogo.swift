/// A logo: SVG, compressed with gzip, in base64.
public struct EncodedLogo: Codable, Equatable, Sendable {
    @LenientText public var logo: String?

    public init(logo: String? = nil) {
        self.logo = logo
    }
}
