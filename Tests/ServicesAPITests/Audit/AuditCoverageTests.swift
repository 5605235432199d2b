import APIModels
import Foundation
import Testing

@Suite("Every change through the API is in the audit log")
struct AuditCoverageTests {
    /// They look, send mail, or sign a certificate for nothing: no row of anybody's changes.
    static let changesNothing: Set<String> = [
        "POST /competitive-replacement/certificates", "POST /finance/order-pricing",
        "POST /finance/voucher-pricing",
        "POST /order/certificate/{order_id}/site-seal/email-seal",
        "PUT /order/certificate/{order_id}/order-approval/resend-emails",
        "PUT /certificate/{certificate_id}/sendemail",
    ]
    /// They change something, and their transcripts call them where nothing is left to change.
    static let changedNothingHere: Set<String> = [
        "POST /order/certificate/{order_id}/vmc/encoded-logo",
        "PUT /certificate/{certificate_id}/unarchive",
        "PUT /order/certificate/{order_id}/dcv-random-value",
        "POST /domain/{domain_id}/dcv/cname", "PUT /domain/{domain_id}/dcv/cname",
    ]

    /// A new operation that changes something? Call it in a transcript, where it has to leave an
    /// entry; one that changes nothing is named above.
    @Test("each operation that changes something left an entry in a kept transcript")
    func coverage() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Transcripts")
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil
        ).filter { $0.lastPathComponent.hasSuffix(Transcript.auditEnding) }
        let entered = try files.reduce(into: Set<String>()) { entered, file in
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            where line.hasPrefix("entry: ") {
                entered.insert(String(line.dropFirst("entry: ".count)))
            }
        }
        let changing = EndpointCatalog.all.filter { $0.method != .get }.map(\.description)
        let silent = Set(changing).subtracting(entered)
        let allowed = Self.changesNothing.union(Self.changedNothingHere)
        #expect(silent.sorted() == allowed.sorted())
    }
}
