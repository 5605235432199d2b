package import Foundation

/// A certificate as it is shown to public logs, before it is issued (RFC 6962 section 3.1).
///
/// Its serial number is that of the certificate to come, and of no other: of one precertificate at
/// most one certificate is made.
package struct Precertificate: Equatable, Sendable {
    package let id: ID<Precertificate>
    package let certificateID: ID<Certificate>
    package let issuerID: ID<CACertificate>
    package let serial: [UInt8]
    package let der: [UInt8]
    /// The part of its issuer's revocation lists that it names.
    package let crlPartitionID: ID<CRLPartition>?
    /// The last second of the order, as it was when this was signed.
    package let orderEnd: Date
    package let createdAt: Date
    package let state: State
    /// What logs promised, once there was enough of it; it stays as it is then.
    package let timestamps: [UInt8]?

    package enum State: String, Sendable {
        /// The certificate is still to come.
        case waiting
        case issued
        /// The order was ended before.
        case abandoned
    }

    package init(
        id: ID<Precertificate>, certificateID: ID<Certificate>, issuerID: ID<CACertificate>,
        serial: [UInt8], der: [UInt8], crlPartitionID: ID<CRLPartition>?, orderEnd: Date,
        createdAt: Date, state: State, timestamps: [UInt8]?
    ) {
        self.id = id
        self.certificateID = certificateID
        self.issuerID = issuerID
        self.serial = serial
        self.der = der
        self.crlPartitionID = crlPartitionID
        self.orderEnd = orderEnd
        self.createdAt = createdAt
        self.state = state
        self.timestamps = timestamps
    }
}
