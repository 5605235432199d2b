package import Foundation
package import Issuance

/// Shows a precertificate to a log (RFC 6962 section 4.2: add-pre-chain).
package protocol LogClient: Sendable {
    /// What the log says, not judged yet.
    ///
    /// - Parameter chain: the precertificate, its issuer, and those above it up to the root.
    func add(
        _ chain: [SignedCertificate], to log: TransparencyLog
    ) async throws(LogProblem) -> SignedTimestamp
}

/// Why a log gave no timestamp.
package enum LogProblem: Error, Equatable, Sendable {
    /// It wants nothing to do with this certificate.
    case refused(status: Int, text: String)
    /// It has too much to do; until when it wants to be left alone, if it says so.
    case busy(status: Int, pauseSeconds: TimeInterval?)
    /// It could not be reached, or answered that it failed, or not in time.
    case failed(String)
    /// It answered something that is no timestamp.
    case unreadable(String)
    /// It answered a timestamp that is not to be had.
    case lied(TimestampProblem)
}

extension LogProblem: CustomStringConvertible {
    package var description: String {
        switch self {
        case .refused(let status, let text): "refused (\(status)): \(text)"
        case .busy(let status, _): "has too much to do (\(status))"
        case .failed(let reason): "failed: \(reason)"
        case .unreadable(let reason): "answered what is no timestamp: \(reason)"
        case .lied(.logIDWrong): "answered with the id of another log"
        case .lied(.signatureInvalid): "answered a timestamp whose signature is wrong"
        case .lied(.tooNew): "answered a timestamp from the future"
        case .lied(.malformed), .lied(.schemeUnknown), .lied(.versionUnknown):
            "answered a timestamp of an unknown kind"
        }
    }
}
