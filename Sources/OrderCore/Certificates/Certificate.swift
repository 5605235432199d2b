package import Foundation

/// One certificate of an order: asked for, and in the end issued or refused.
///
/// It exists from the request on, so that a waiting reissue can be listed; its bytes come with
/// ``State/issued(_:)``.
package struct Certificate: Equatable, Sendable {
    package let id: ID<Certificate>
    package let orderID: ID<Order>
    package let accountID: ID<Account>
    package let userID: ID<User>
    package let kind: Kind
    /// Changes only while the certificate waits: with its key, or with its mark.
    package var content: Content
    /// What a reissue adds to the names that the order has bought.
    package let addition: Addition?
    package var state: State
    package var isArchived: Bool
    package let createdAt: Date

    package enum Kind: Equatable, Sendable {
        case original
        case reissue
        /// `subID` counts the duplicates of the order from 1.
        case duplicate(subID: Int)
    }

    package enum State: Equatable, Sendable {
        case pending
        case rejected
        case issued(Issuance)
        case revoked(Issuance, Revocation)
    }

    /// What the certificate authority made.
    package struct Issuance: Equatable, Sendable {
        package let issuerID: ID<CACertificate>
        package let der: [UInt8]
        /// The serial number's octets, as in the certificate without a leading zero.
        package let serial: [UInt8]
        /// SHA-1 of the DER.
        package let thumbprint: [UInt8]
        package let issuedAt: Date
        package let validFrom: Date
        package let validTill: Date
        /// The part of its issuer's revocation lists that would name it; absent: the first one.
        package let crlPartitionID: ID<CRLPartition>?

        package init(
            issuerID: ID<CACertificate>, der: [UInt8], serial: [UInt8], thumbprint: [UInt8],
            issuedAt: Date, validFrom: Date, validTill: Date,
            crlPartitionID: ID<CRLPartition>? = nil
        ) {
            self.issuerID = issuerID
            self.der = der
            self.serial = serial
            self.thumbprint = thumbprint
            self.issuedAt = issuedAt
            self.validFrom = validFrom
            self.validTill = validTill
            self.crlPartitionID = crlPartitionID
        }
    }

    package init(
        id: ID<Certificate>, orderID: ID<Order>, accountID: ID<Account>, userID: ID<User>,
        kind: Kind, content: Content, addition: Addition?, state: State, isArchived: Bool,
        createdAt: Date
    ) {
        self.id = id
        self.orderID = orderID
        self.accountID = accountID
        self.userID = userID
        self.kind = kind
        self.content = content
        self.addition = addition
        self.state = state
        self.isArchived = isArchived
        self.createdAt = createdAt
    }

    /// Names that came with a reissue, and the receipt for them.
    package struct Addition: Equatable, Sendable {
        package let receiptID: ID<Receipt>
        package let names: PurchasedNames

        package init(receiptID: ID<Receipt>, names: PurchasedNames) {
            self.receiptID = receiptID
            self.names = names
        }
    }

    /// What a reissue added and has not been paid back.
    package var paidAddition: Addition? {
        switch state {
        case .pending, .issued, .revoked: addition
        case .rejected: nil
        }
    }

    /// The issued bytes, revoked or not.
    package var issuance: Issuance? {
        switch state {
        case .issued(let issuance), .revoked(let issuance, _): issuance
        case .pending, .rejected: nil
        }
    }
}

/// Marks the ids of issuing certificates (`ca_cert_id` of the contract).
package enum CACertificate {}

/// Marks the ids of receipts.
package enum Receipt {}
