package import Foundation
package import Issuance

/// A log that certificates are shown to before they are issued (RFC 6962 section 3).
package struct TransparencyLog: Hashable, Sendable {
    package let name: String
    /// Who runs it; some logs of one operator count as one.
    package let operatorName: String
    /// Where its calls begin, without a slash at the end.
    package let url: String
    package let key: LogKey
    package let state: State
    /// Which certificates it takes, by the time that they end; all where it does not say.
    package let interval: Range<Date>?
    /// Within how many seconds it shows what it promised (maximum merge delay).
    package let mergeDelaySeconds: Int?

    /// As lists of logs have it. A list that does not say is one's own, and its logs are usable.
    package enum State: String, CaseIterable, Sendable {
        case pending
        case qualified
        case usable
        case readOnly = "readonly"
        case retired
        case rejected

        /// Whether those who look for timestamps take new ones of it.
        package var isTaking: Bool { self == .qualified || self == .usable }
    }

    package init(
        name: String, operatorName: String, url: String, key: LogKey, state: State = .usable,
        interval: Range<Date>? = nil, mergeDelaySeconds: Int? = nil
    ) {
        self.name = name
        self.operatorName = operatorName
        self.url = url
        self.key = key
        self.state = state
        self.interval = interval
        self.mergeDelaySeconds = mergeDelaySeconds
    }

    /// Whether it takes a certificate that ends then.
    package func takes(certificateTill end: Date) -> Bool {
        state.isTaking && interval?.contains(end) != false
    }
}
