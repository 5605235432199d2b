import Foundation
import HTTPTypes
import Testing
import TestKit

@Suite("Parties, products and domains over HTTP")
struct PartyTranscripts {
    @Test("users, containers, organizations and the account are shown")
    func parties() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("parties")
            let organization = #"""
                {"name":"Epigyne Unwieldiness llc","assumed_name":"Epigyne","address":"1 Street",
                "city":"Minneapolis","state":"mn","zip":55401,"country":"US","telephone":1,
                "organization_contact":{"first_name":"Gia","last_name":"Booth",
                "email":"gia@example.com","telephone":"666"},"validations":[{"type":"ov"}]}
                """#
            transcript.note(
                try await api.send(
                    .post, "/container/1/children", #"{"name":"History","template_id":1}"#),
                "a container is added")
            transcript.note(
                try await api.send(.post, "/organization", organization), "an organization")
            transcript.note(
                try await api.send(.post, "/organization", organization), "the same again")
            transcript.note(
                try await api.send(
                    .post, "/account/metadata",
                    #"{"label":"Invoice #","is_required":true,"data_type":"int"}"#),
                "a custom field is added")
            let paths = [
                "/user", "/user?filters[search]=%25ada&sort=-username", "/user/me", "/user/1",
                "/user/77", "/container", "/container/1", "/container/2", "/container/77",
                "/container/1/children", "/container/2/order/organization", "/organization",
                "/organization?include_validation=True&filters[status]=active",
                "/organization?filters[validation]=pending", "/organization/2", "/organization/77",
                "/account", "/account/metadata",
            ]
            for path in paths { transcript.note(try await api.send(.get, path), path) }
            transcript.note(
                try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order()),
                "the custom field is required now")
            transcript.note(
                try await api.send(
                    .post, "/order/certificate/ssl_plus",
                    SampleBody.order(["custom_fields": [["metadata_id": 1, "value": "many"]]])),
                "and has to be a number")
            let placed = try await api.send(
                .post, "/order/certificate/ssl_plus",
                SampleBody.order(["custom_fields": [["metadata_id": 1, "value": "7"]]]))
            #expect(placed.status == 201)
            let fields = try await api.send(.get, "/order/certificate/1").json["custom_fields"]
            #expect((fields as? [[String: Any]])?.first?["label"] as? String == "Invoice #")
            try transcript.check()
        }
    }

    @Test("products say what they allow")
    func products() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("products")
            for path in ["/product", "/product/ssl_dv_rapidssl", "/product/ssl_premium_gold"] {
                transcript.note(try await api.send(.get, path), path)
            }
            try transcript.check()
        }
    }

    @Test("domains are added and shown")
    func domains() async throws {
        try await RunningAPI.run { api in
            var transcript = Transcript("domains")
            let bodies = [
                #"{"name":"www.example.org","organization":{"id":1},"dcv_method":"dns-txt-token","#
                    + #""validations":[{"type":"ov"},{"type":"ev"}]}"#,
                #"{"name":"münchen.example","organization":{"id":"1"},"dcv":{"method":"email"},"#
                    + #""validations":[{"type":"ov"}]}"#,
                #"{"name":"example.org","organization":{"id":1},"validations":[{"type":"ov"}]}"#,
                #"{"name":"exa mple.org","organization":{"id":1},"validations":[{"type":"ov"}]}"#,
                #"{"name":"example.info","organization":{"id":9},"validations":[{"type":"ov"}]}"#,
                #"{"name":"example.info","organization":{"id":1},"validations":[]}"#,
            ]
            for body in bodies {
                transcript.note(try await api.send(.post, "/domain", body), "added?")
            }
            let paths = [
                "/domain", "/domain?filters[search]=%25org&include_validation=true",
                "/domain?filters[dcv_method]=email",
                "/domain/1?include_dcv=true&include_validation=true",
                "/domain/2?include_dcv=true", "/domain/3", "/domain/77",
                "/domain/1?include_validation_reuse_status=true",
                "/domain?filters[include_validation_reuse_status]=1&filters[search]=%25e.com",
                "/domain?filters[include_validation_reuse_status]=perhaps",
                "/domain?filters[validation]=ov_expiring_within_30_days",
                "/domain?filters[validation]=soon",
            ]
            for path in paths { transcript.note(try await api.send(.get, path), path) }
            try transcript.check()
        }
    }
}
