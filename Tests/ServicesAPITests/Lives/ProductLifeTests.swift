import Foundation
import HTTPTypes
import Issuance
import OrderCore
import Registration
import TestKit
import Testing

/// What becomes of an order of each group of products, from its placing to its end.
@Suite("A life of an order of each product")
struct ProductLifeTests {
    @Test("one is rejected, and that is all", arguments: ["ssl_plus", "code_signing", "vmc_basic"])
    func rejected(nameID: String) async throws {
        try await RunningAPI.run { api in
            let life = try await Life.place(nameID, in: api)
            #expect(try await life.status == "needs_approval")
            try await life.decide("rejected")
            #expect(try await life.status == "rejected")
            let file = try await api.send(.get, "/certificate/download/order/1/format/pem_all")
            #expect(file.status == 404)
        }
    }

    @Test("TLS waits for proof of its domain", arguments: ["ssl_dv_geotrust", "ssl_ev_plus"])
    func hosts(nameID: String) async throws {
        try await RunningAPI.run { api in
            let name = "www.other.org"
            let life = try await Life.place(nameID, ["certificate.common_name": name], in: api)
            try await life.decide("approved")
            #expect(try await life.status == "pending")
            let account = try await api.installation.administrator.account.id
            _ = try await DomainDesk(registry: api.installation.registry)
                .validate("other.org", of: account)
            try await api.work()
            #expect(try await life.status == "issued")
            try await life.download()
            #expect(try await life.duplicate(["certificate.common_name": name]) == 201)
            try await life.reissue([
                "common_name": "shop.other.org", "dns_names": [name], "csr": SampleCSR.otherRSA,
            ])
            try await life.renew(["certificate.common_name": name])
            try await life.revoke()
            try await life.checkReports()
        }
    }

    @Test("private TLS needs no proof of its names")
    func privateHosts() async throws {
        try await RunningAPI.run { api in
            let life = try await Life.place(
                "private_ssl_flex", ["certificate.common_name": "db.corp"], in: api)
            try await life.decide("approved")
            #expect(try await life.status == "issued")
            try await life.download()
            #expect(try await life.duplicate(["certificate.common_name": "db.corp"]) == 201)
            try await life.reissue(["common_name": "10.0.0.1", "csr": SampleCSR.p256])
            try await life.renew(["certificate.common_name": "db.corp"])
            try await life.revoke()
            try await life.checkReports()
        }
    }

    @Test("grid hosts live as TLS does")
    func grid() async throws {
        try await RunningAPI.run { api in
            let life = try await Life.place("grid_host_ssl_multi_domain", in: api)
            try await life.decide("approved")
            #expect(try await life.status == "issued")
            try await life.download()
            #expect(try await life.duplicate() == 201)
            try await life.reissue([
                "common_name": "node.example.com", "csr": SampleCSR.otherRSA,
            ])
            try await life.renew()
            try await life.revoke()
            try await life.checkReports()
        }
    }

    @Test("a person's certificate waits for the mail to be read, then for the key")
    func client() async throws {
        try await RunningAPI.run { api in
            let life = try await Life.place(
                "client_premium",
                ["certificate.emails": ["ada@other.org"], "certificate.csr": ""], in: api)
            try await life.decide("approved")
            #expect(try await life.status == "pending")
            try await life.readMail()
            #expect(try await life.status == "waiting_pickup")
            let orders = OrderDesk(registry: api.installation.registry)
            let administrator = try await api.installation.administrator
            try await orders.supplyCSR(
                SampleCSR.rsa, to: ID(Int64(life.id)), for: administrator)
            #expect(try await life.status == "issued")
            try await life.download()
            #expect(try await life.duplicate() == 400)
            try await life.reissue(["common_name": "Ada King", "emails": ["king@example.com"]])
            try await life.renew()
            try await life.revoke()
            try await life.checkReports()
        }
    }

    @Test(
        "mail is secured for mailboxes, people and organizations",
        arguments: [
            "class1_smime", "secure_email_mailbox", "secure_email_sponsor",
            "secure_email_organization",
        ])
    func mail(nameID: String) async throws {
        try await RunningAPI.run { api in
            let life = try await Life.place(nameID, ["certificate.csr": ""], in: api)
            try await life.decide("approved")
            #expect(try await life.status == "needs_csr")
            let orders = OrderDesk(registry: api.installation.registry)
            let administrator = try await api.installation.administrator
            try await orders.supplyCSR(
                SampleCSR.p256, to: ID(Int64(life.id)), for: administrator)
            #expect(try await life.status == "issued")
            try await life.download()
            #expect(try await life.duplicate() == 400)
            try await life.reissue(["emails": ["countess@example.com"], "csr": SampleCSR.rsa])
            try await life.renew()
            try await life.revoke()
            try await life.checkReports()
        }
    }

    @Test(
        "code is signed with a token that is shipped",
        arguments: ["code_signing", "code_signing_ev"])
    func code(nameID: String) async throws {
        try await RunningAPI.run { api in
            let address =
                [
                    "name": "Ada", "addr1": "1 Street", "city": "Town", "state": "Utah",
                    "zip": 84_043,
                    "country": "us", "method": "expedited",
                ] as [String: Any]
            let life = try await Life.place(
                nameID,
                [
                    "certificate.csr": "", "cs_provisioning_method": "ship_token",
                    "ship_info": address,
                ], in: api)
            try await life.decide("approved")
            let info = try await life.info
            #expect(info["status"] as? String == "waiting_pickup")
            #expect(info["cs_provisioning_method"] as? String == "ship_token")
            #expect((info["ship_info"] as? [String: String])?["method"] == "EXPEDITED")
            let tokens = TokenDesk(registry: api.installation.registry)
            let id = ID<Order>(Int64(life.id))
            _ = try await tokens.ship(id)
            try await tokens.install(SampleCSR.longRSA, on: id)
            #expect(try await life.status == "issued")
            try await life.download()
            #expect(try await life.duplicate() == 201)
            try await life.reissue(["csr": SampleCSR.p256])
            try await life.reissueOnToken(shippedTo: address)
            try await life.renew()
            try await life.revoke()
            try await life.checkReports()
        }
    }

    @Test(
        "documents are signed by organizations and by people",
        arguments: ["document_signing_org_1", "ds_org", "ds_org_individual", "ds_individual"])
    func documents(nameID: String) async throws {
        try await RunningAPI.run { api in
            let life = try await Life.place(
                nameID, ["certificate.csr": "", "cs_provisioning_method": "client_app"], in: api)
            try await life.decide("approved")
            let info = try await life.info
            #expect(info["status"] as? String == "waiting_pickup")
            #expect((info["hardware_init_code"] as? String)?.count == 16)
            try await TokenDesk(registry: api.installation.registry)
                .install(SampleCSR.longRSA, on: ID(Int64(life.id)))
            #expect(try await life.status == "issued")
            try await life.download()
            #expect(try await life.duplicate() == 400)
            try await life.reissue(["csr": SampleCSR.p256])
            try await life.renew()
            try await life.revoke()
            try await life.checkReports()
        }
    }

    @Test("a mark waits for its logo", arguments: ["vmc_basic", "mark_certificate"])
    func marks(nameID: String) async throws {
        try await RunningAPI.run { api in
            let life = try await Life.place(nameID, ["vmc.logo": ""], in: api)
            try await life.decide("approved")
            #expect(try await life.status == "pending")
            let uploaded = try await api.send(.post, life.path + "/vmc/logo", SampleLogo.svg)
            #expect(uploaded.status == 201)
            try await api.work()
            #expect(try await life.status == "issued")
            try await life.download()
            #expect(try await life.duplicate() == 400)
            try await life.reissue(["dns_names": ["example.com", "mail.example.com"]])
            try await life.renew()
            try await life.revoke()
            try await life.checkReports()
        }
    }
}
