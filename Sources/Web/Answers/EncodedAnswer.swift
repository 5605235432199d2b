import APIModels
import Crypto
package import Foundation
import NIOCore

/// An answer that was encoded once and may be given again, until something it shows changes.
package struct EncodedAnswer: Sendable {
    let body: ByteBuffer
    /// A strong entity tag (RFC 9110, section 8.8.3): the same bytes, the same tag.
    let tag: String
    /// When time alone makes the answer wrong: a status that ends, days that are counted down.
    let holdsUntil: Date

    private static let encoder = WireEncoder()
    private static let tagOctets = 12

    package init(_ answer: some Encodable, holdsUntil: Date) throws {
        let bytes = try Self.encoder.encode(answer)
        body = ByteBuffer(bytes: bytes)
        tag = "\"\(Data(SHA256.hash(data: bytes).prefix(Self.tagOctets)).base64EncodedString())\""
        self.holdsUntil = holdsUntil
    }
}
