package import APIModels
import Crypto
package import Foundation
import NIOCore

/// An answer that was encoded once and may be given again, until something it shows changes.
package struct EncodedAnswer: Sendable {
    /// A buffer of the network would take a power of two, and keep a quarter more than this.
    let octets: [UInt8]
    /// A strong entity tag (RFC 9110, section 8.8.3): the same bytes, the same tag.
    let tag: String
    /// When time alone makes the answer wrong: a status that ends, days that are counted down.
    let holdsUntil: Date
    /// The bare media type.
    let contentType: String
    /// Empty where the answer is shown rather than kept.
    let fileName: String

    private static let encoder = WireEncoder()
    private static let tagOctets = 12

    package init(_ answer: some Encodable, holdsUntil: Date = .distantFuture) throws {
        self.init(bytes: try Self.encoder.encode(answer), holdsUntil: holdsUntil)
    }

    /// A file in place of JSON.
    package init(_ download: Download) {
        self.init(
            bytes: download.bytes, contentType: download.contentType, fileName: download.fileName)
    }

    init(
        bytes: [UInt8], holdsUntil: Date = .distantFuture,
        contentType: String = "application/json", fileName: String = ""
    ) {
        octets = bytes
        tag = "\"\(Data(SHA256.hash(data: bytes).prefix(Self.tagOctets)).base64EncodedString())\""
        self.holdsUntil = holdsUntil
        self.contentType = contentType
        self.fileName = fileName
    }

    var body: ByteBuffer { ByteBuffer(bytes: octets) }

    /// Whether an `If-None-Match` names the tag; weak ones count as well there.
    func isHeld(_ tagsHeld: String?) -> Bool {
        guard let tagsHeld else { return false }
        return tagsHeld.split(separator: ",").contains { held in
            let held = held.trimmingPrefix { $0 == " " }
            return held == "*" || held == tag || held == "W/" + tag
        }
    }
}
