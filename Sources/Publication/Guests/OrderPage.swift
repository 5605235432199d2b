import Foundation
import Hummingbird
import Issuance
import OrderCore
import Registration
import Storage

/// One order as a guest sees it.
struct OrderPage {
    let visit: OrderVisit
    var problem: String?

    private var file: OrderFile { visit.file }

    var response: Response {
        let said: HTML = problem.map { "<p class=\"wrong\">\($0)</p>" } ?? ""
        return PlainPage(
            title: "Order \(file.order.id)",
            content: HTML([said, facts, downloads, requests, reissue, revocation, end]),
            status: problem == nil ? .ok : .badRequest
        ).response
    }

    private var facts: HTML {
        let content = file.certificate.content
        let issuance = file.certificate.issuance
        let rows: [(String, String?)] = [
            ("Status", file.order.status(at: visit.now).name.replacing("_", with: " ")),
            ("Product", file.order.product.name),
            ("Common name", content.commonName),
            ("Names", content.dnsNames.isEmpty ? nil : content.dnsNames.joined(separator: ", ")),
            ("Organization", file.organization?.displayName),
            ("Ordered", Self.day(file.order.createdAt)),
            ("Order ends", file.order.term.map { Self.day($0.validTill) }),
            ("Issued", issuance.map { Self.day($0.issuedAt) }),
            ("Valid until", issuance.map { Self.day($0.validTill) }),
            ("Issued by", file.issuerName),
            ("Serial number", issuance?.serial.hexadecimal),
            ("Thumbprint (SHA-1)", issuance?.thumbprint.hexadecimal),
            ("Revoked", revokedAt.map(Self.day)),
        ]
        let lines = rows.compactMap { label, value -> HTML? in
            value.map { "<tr><th>\(label)</th><td>\($0)</td></tr>" }
        }
        return "<table>\(HTML(lines))</table>"
    }

    private var revokedAt: Date? {
        if case .revoked(_, let revocation) = file.certificate.state {
            revocation.date
        } else {
            nil
        }
    }

    private var downloads: HTML {
        guard visit.isDownloadable else { return "" }
        let forms: [(DownloadFormat, String)] = [
            (.pemAll, "PEM, with chain and root"), (.pemNoRoot, "PEM, with chain"),
            (.pemLeaf, "PEM, the certificate alone"), (.apache, "for Apache and nginx (zip)"),
            (.p7b, "PKCS #7 (p7b)"), (.zip, "all files (zip)"),
            (.zipCER, "all files as .cer (zip)"),
            (.crt, "the certificate alone (crt)"),
        ]
        let lines = forms.map { format, words -> HTML in
            "<li><a href=\"\(VisitRoutes.path)/\(format.rawValue)\">\(words)</a></li>"
        }
        return """
            <h2>Download</h2>
            <ul>\(HTML(lines))</ul>
            """
    }

    private var requests: HTML {
        let lines = visit.openRequests.map { request -> HTML in
            let words =
                switch request.subject.kind {
                case .newOrder: "The order"
                case .reissue: "A reissue"
                case .duplicate: "A duplicate"
                case .revoke: "A revocation"
                }
            return "<li>\(words), asked for on \(Self.day(request.createdAt))</li>"
        }
        return lines.isEmpty
            ? "" : "<h2>Waiting for approval</h2><ul>\(HTML(lines))</ul>"
    }

    private var reissue: HTML {
        guard visit.mayAskReissue else { return "" }
        return form(
            "reissue", "Reissue",
            """
            <p>The same certificate for another key. The owners of the order decide about it.</p>
            <label for="csr">Certificate signing request (PEM)</label>
            <textarea id="csr" name="csr" class="pem" required spellcheck="false"></textarea>
            <label for="why">Why</label>
            <input id="why" name="comment" maxlength="\(VisitDesk.commentCharactersMax)">
            """, "Ask for the reissue")
    }

    private var revocation: HTML {
        guard visit.mayAskRevocation else { return "" }
        let options = Revocation.Reason.allCases.map { reason -> HTML in
            "<option value=\"\(reason.rawValue)\">\(Self.words(reason))</option>"
        }
        return form(
            "revocation", "Revocation",
            """
            <p>All certificates of the order end. The owners of the order decide about it.</p>
            <label for="reason">Reason</label>
            <select id="reason" name="reason">\(HTML(options))</select>
            <label for="what">What happened</label>
            <input id="what" name="comment" maxlength="\(VisitDesk.commentCharactersMax)">
            """, "Ask for the revocation")
    }

    private var end: HTML { form("end", "", "", "End the visit") }

    private func form(_ deed: String, _ title: String, _ fields: HTML, _ button: String) -> HTML {
        let heading: HTML = title.isEmpty ? "" : "<h2>\(title)</h2>"
        return """
            \(heading)
            <form method="post" action="\(VisitRoutes.path)/\(deed)">
            <input type="hidden" name="form" value="\(visit.formToken)">
            \(fields)
            <button>\(button)</button>
            </form>
            """
    }

    private static func words(_ reason: Revocation.Reason) -> String {
        switch reason {
        case .unspecified: "none of these"
        case .keyCompromise: "somebody else has the key"
        case .affiliationChanged: "the name or the organization has changed"
        case .superseded: "another certificate has taken its place"
        case .cessationOfOperation: "the site is no longer operated"
        }
    }

    private static func day(_ date: Date) -> String {
        date.formatted(.iso8601.year().month().day())
    }
}
