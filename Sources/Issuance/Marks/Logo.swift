import Crypto
import Foundation

/// A picture fit for a mark certificate: SVG of the profile Tiny Portable/Secure, read in full.
///
/// The profile leaves out all that moves, runs, links or loads: what is certified is what is seen.
package struct Logo: Hashable, Sendable {
    /// What mail programs take, and what the rules for mark certificates recommend.
    package static let octetsMax = 32 * 1024
    package static let titleCharactersMax = 64
    package static let depthMax = 64

    package let svg: [UInt8]
    package let title: String

    package init(svg: [UInt8]) throws(LogoProblem) {
        guard svg.count <= Self.octetsMax else { throw .tooLarge }
        self.svg = svg
        title = try LogoReader.title(of: svg)
    }

    /// Reads SVG in gzip in base64, as the API sends it.
    package init(encoded text: String) throws(LogoProblem) {
        let compact = text.filter { !$0.isWhitespace }
        guard let packed = Data(base64Encoded: compact) else { throw .notBase64 }
        let svg: [UInt8]
        do {
            svg = try Gzip.unpack(Array(packed), octetsMax: Self.octetsMax)
        } catch {
            switch error {
            case .tooLarge: throw .tooLarge
            case .notGzip, .malformed: throw .notGzip
            }
        }
        try self.init(svg: svg)
    }

    /// SHA-256 of the SVG.
    package var hash: [UInt8] { Array(SHA256.hash(data: svg)) }

    package var compressed: [UInt8] { Gzip.pack(svg) }

    package var logotype: Logotype { Logotype(compressed: compressed) }
}

/// Why a picture cannot be certified.
package enum LogoProblem: Error, Hashable, Sendable {
    case notBase64
    case notGzip
    case tooLarge
    case notXML
    case hasDoctype
    case notSVG
    case wrongProfile
    case noTitle
    case titleTooLong
    case elementNotAllowed(String)
    case attributeNotAllowed(String, element: String)
    case externalReference(String)
    case tooDeep

    /// What is wrong, for a reader; continues a sentence that begins with the member.
    package var phrase: String {
        switch self {
        case .notBase64: "is not base64"
        case .notGzip: "is not SVG in gzip"
        case .tooLarge: "is larger than \(Logo.octetsMax) octets"
        case .notXML: "is not well-formed XML"
        case .hasDoctype: "has a document type; SVG Tiny PS has none"
        case .notSVG: "is not SVG: its root is no svg of http://www.w3.org/2000/svg"
        case .wrongProfile: "needs version=\"1.2\" and baseProfile=\"tiny-ps\" at its root"
        case .noTitle: "has no title"
        case .titleTooLong: "has a title of more than \(Logo.titleCharactersMax) characters"
        case .elementNotAllowed(let name): "has the element \(name), which SVG Tiny PS has not"
        case .attributeNotAllowed(let name, let element):
            "has the attribute \(name) on \(element), which SVG Tiny PS has not"
        case .externalReference(let text):
            "refers to \(text.prefix(80)); only #names in the picture itself are allowed"
        case .tooDeep: "is nested more than \(Logo.depthMax) deep"
        }
    }
}
