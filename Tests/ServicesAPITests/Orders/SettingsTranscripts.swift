import Foundation
import HTTPTypes
import OrderCore
import Registration
import Testing
import TestKit

/// What an order's owner changes about it later, over HTTP.
@Suite("Settings of an order over HTTP")
struct SettingsTranscripts {
    private static let order = "/order/certificate/1"

    @Test("settings are changed, refused where they make no sense, and shown with the order")
    func settings() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("order-settings")
            let long = try SampleBody.order(["order_validity.years": 3])
            _ = try await api.send(.post, "/order/certificate/ssl_plus", long)
            _ = try await api.send(
                .post, "/account/metadata", #"{"label":"Cost center","data_type":"int"}"#)
            _ = try await GuestDesk(registry: api.installation.registry).open(1)
            for (method, path, body) in Self.changes {
                let exchange = try await api.send(method, Self.order + path, body)
                transcript.note(exchange, "\(method.rawValue) \(path)")
            }
            transcript.note(try await api.send(.get, Self.order + "/note"), "notes, newest first")
            transcript.note(try await api.send(.get, Self.order), "order info")
            transcript.note(
                try await api.send(.get, "/account/guest-access"), "guests are admitted")
            try transcript.check()
        }
    }

    private static let changes: [(HTTPRequest.Method, String, String)] = [
        (.post, "/note", #"{"text":"Ask Ada first."}"#),
        (.post, "/note", #"{"text":"She agrees."}"#),
        (.post, "/note", #"{}"#),
        (.post, "/custom-field", #"{"metadata_id":1,"value":"12"}"#),
        (.post, "/custom-field", #"{"metadata_id":1,"value":"13"}"#),
        (.post, "/custom-field", #"{"metadata_id":1,"value":"many"}"#),
        (.post, "/custom-field", #"{"metadata_id":9,"value":"x"}"#),
        (.put, "/additional-emails", #"{"additional_emails":["ops@example.com"]}"#),
        (.put, "/additional-emails", #"{"additional_emails":["nobody"]}"#),
        (.put, "/additional-emails", #"{}"#),
        (.put, "/contact", contacts("technical_contact", job: #","job_title":"Engineer""#)),
        (.put, "/contact", contacts("technical_contact", job: "")),
        (.put, "/contact", #"{"contacts":[{"contact_type":"ev_approver"}]}"#),
        (.put, "/contact", #"{"contacts":[{"contact_type":"technical_contact"}]}"#),
        (
            .put, "/contact",
            #"{"contacts":[\#(person("technical_contact")),\#(person("technical_contact"))]}"#
        ),
        (.put, "/renewal-emails/disable", ""),
        (.put, "/renewal-emails/perhaps", ""),
        (.put, "/custom-renewal-message", #"{"custom_renewal_message":"Soon."}"#),
        (.delete, "/custom-renewal-message", ""),
        (.put, "/auto-reissue", #"{"auto_reissue":1}"#),
        (.put, "/auto-reissue", #"{"auto_reissue":2}"#),
        (.put, "/guest-access", #"{"enable_guest_access":1}"#),
        (.put, "/ct-status", #"{"disable_ct":true}"#),
    ]

    private static func person(_ type: String, job: String = "") -> String {
        """
        {"contact_type":"\(type)","first_name":"Tess","last_name":"Tech",\
        "email":"tess@example.com","telephone":"+1 555 0101"\(job)}
        """
    }

    private static func contacts(_ type: String, job: String) -> String {
        #"{"contacts":[\#(person(type, job: job))]}"#
    }

    @Test("settings that the order or the account does not allow are refused")
    func refused() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("order-settings-refused")
            let body = try SampleBody.order(["order_validity.years": 1])
            _ = try await api.send(.post, "/order/certificate/private_ssl_plus", body)
            let dv = try SampleBody.order(["organization": NSNull()])
            _ = try await api.send(.post, "/order/certificate/ssl_dv_geotrust", dv)
            transcript.note(
                try await api.send(.put, Self.order + "/auto-reissue", #"{"auto_reissue":1}"#),
                "an order that its certificate lasts out")
            transcript.note(
                try await api.send(
                    .put, Self.order + "/guest-access", #"{"enable_guest_access":1}"#),
                "an account without guests")
            transcript.note(try await api.send(.get, "/account/guest-access"), "it says so")
            transcript.note(
                try await api.send(
                    .put, "/order/certificate/2/contact",
                    Self.contacts("organization_contact", job: "")),
                "an order for no organization")
            try transcript.check()
        }
    }

    @Test("certificates beside the primary one are archived and restored")
    func archive() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("archive")
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            _ = try await api.send(.post, Self.order + "/duplicate", SampleBody.certificate())
            transcript.note(try await api.send(.put, "/certificate/1/archive"), "the primary one")
            transcript.note(try await api.send(.put, "/certificate/2/archive"), "a duplicate")
            transcript.note(try await api.send(.get, Self.order + "/duplicate"), "out of sight")
            transcript.note(
                try await api.send(.get, Self.order + "/duplicate?show_archived=true"), "all")
            transcript.note(try await api.send(.put, "/certificate/2/restore"), "restored")
            transcript.note(try await api.send(.put, "/certificate/2/unarchive"), "once more")
            transcript.note(try await api.send(.get, Self.order + "/duplicate"), "back again")
            transcript.note(try await api.send(.put, "/certificate/9/archive"), "one that is none")
            try transcript.check()
        }
    }

    @Test("changes of status are told for a window of a week at most")
    func statusChanges() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("status-changes")
            let path = "/order/certificate/status-changes"
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            api.installation.clock.advance(days: 3)
            let waiting = try SampleBody.order(["skip_approval": false])
            _ = try await api.send(.post, "/order/certificate/ssl_plus", waiting)
            for query in [
                "minutes=10", "minutes=10080", "seconds=604800", "minutes=10081", "minutes=soon",
                "",
                "filters[status_last_updated]=2026-01-05",
                "filters[status_last_updated]=2026-1-5+9:3:7",
                "filters[status_last_updated]=2026-01-05+05:00:00...2026-01-05+05:00:01",
                "filters[status_last_updated]=2026-01-01...2026-01-31",
                "filters[status_last_updated]=someday",
            ] {
                transcript.note(try await api.send(.get, "\(path)?\(query)"), query)
            }
            api.installation.clock.advance(days: 60)
            transcript.note(try await api.send(.get, path + "?minutes=10080"), "none")
            api.installation.clock.advance(days: 305)
            transcript.note(try await api.send(.get, path + "?minutes=10080"), "expired lately")
            try transcript.check()
        }
    }

    @Test("the checks of an order are shown as they stand")
    func validation() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("order-validation")
            let names = ["certificate.dns_names": ["*.example.org", "a.b.example.org"]]
            _ = try await api.send(
                .post, "/order/certificate/ssl_basic", SampleBody.order(names))
            transcript.note(
                try await api.send(.get, Self.order + "/validation"), "one domain is outstanding")
            _ = try await api.send(
                .post, "/order/certificate/private_ssl_plus", SampleBody.order())
            transcript.note(
                try await api.send(.get, "/order/certificate/2/validation"), "a private one")
            let dv = try SampleBody.order(["organization": NSNull()])
            _ = try await api.send(.post, "/order/certificate/ssl_dv_geotrust", dv)
            transcript.note(
                try await api.send(.get, "/order/certificate/3/validation"),
                "one without an organization")
            try transcript.check()
        }
    }

    @Test("the note of a cancellation stays with the order")
    func cancellation() async throws {
        try await RunningAPI.run { api in
            let body = try SampleBody.order(["skip_approval": false])
            _ = try await api.send(.post, "/order/certificate/ssl_plus", body)
            _ = try await api.send(
                .put, Self.order + "/status", #"{"status":"canceled","note":"Not needed"}"#)
            let notes = try await api.send(.get, Self.order + "/note").json["notes"]
            let texts = (notes as? [[String: Any]])?.map { $0["text"] as? String }
            #expect(texts == ["Not needed"])
        }
    }
}
