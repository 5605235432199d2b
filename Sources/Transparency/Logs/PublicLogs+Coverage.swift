package import Foundation
package import Issuance

extension PublicLogs {
    /// Whether the list has enough logs for a certificate, all of them answering.
    package func covers(_ validity: Validity) -> Bool {
        let logs = list.taking(certificateTill: validity.notAfter)
        return policy.need(for: validity, of: logs).choice(among: logs.map(\.operatorName)) != nil
    }

    /// The first of so many days on which a certificate would not find enough logs.
    package func firstGap(lifeDays: Int, from start: Date, within days: Int) -> Date? {
        (0..<days).lazy.map { start.addingTimeInterval(Double($0) * 86_400) }
            .first { day in !covers(Validity(from: day, days: lifeDays)) }
    }
}
