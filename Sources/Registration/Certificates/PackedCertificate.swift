/// A certificate as a file, ready to be handed out.
package struct PackedCertificate: Equatable, Sendable {
    package let contentType: String
    package let fileName: String
    package let bytes: [UInt8]
}
