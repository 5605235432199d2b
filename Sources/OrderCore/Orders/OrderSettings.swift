/// What an order's owner may set about it without changing what it certifies.
package struct OrderSettings: Equatable, Sendable {
    package var additionalEmails: [String] = []
    package var autoReissue = false
    package var autoRenew = false
    package var customRenewalMessage: String?
    package var disableCT = false
    package var disableIssuanceEmail = false
    package var disableRenewalNotifications = false
    package var locale: String?
    package var paymentMethod: PaymentMethod = .balance
    /// Whether people without a user of the account may see the order, where its account lets them.
    package var allowsGuests = false
    /// How control of the names is proved; only where there is something to prove.
    package var controlMethod: ControlMethod?

    package init() {}
}

/// How an order is paid, as it is answered (contract: `credit` on output where `card` was sent).
package enum PaymentMethod: String, CaseIterable, Sendable {
    case balance
    case credit
    case profile
}

/// Which door an order came through.
package enum Origin: Equatable, Sendable {
    /// A key of the Services API, by the name it had then.
    case apiKey(name: String)
    /// An ACME account, by the URL of its directory.
    case acme(directoryURL: String)
    /// A person at the console, or a command on the CA's own machine.
    case console
}
