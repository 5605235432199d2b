import Foundation
import HTTPTypes
import Issuance
import OrderCore
import Registration
import Storage
import TestKit
import Testing

/// One good request for each operation that knows `Idempotency-Key`, and where to see how often it
/// was carried out.
///
/// A new `POST`? It gets a line here, and its handler gives its desk `call.keeping(…)` along.
struct PostCase: Sendable, CustomTestStringConvertible {
    let template: String
    let path: String
    let body: @Sendable () throws -> String
    let list: String
    /// The member of the list's answer that holds its rows.
    let rows: String
    /// Done before the request, for those that need more than an order.
    var prepare: @Sendable (RunningAPI) async throws -> Void = { _ in }
    /// The table of the store that holds them, where no list shows them.
    var table: String?
    var method = HTTPRequest.Method.post

    var testDescription: String { "\(method) \(template)" }

    init(
        _ template: String, at path: String? = nil, counted list: String, _ rows: String,
        body: @escaping @Sendable () throws -> String
    ) {
        self.template = template
        self.path = path ?? template
        self.list = list
        self.rows = rows
        self.body = body
    }

    static let all: [PostCase] = stored + listed

    private static let listed: [PostCase] = [
        PostCase(
            "/order/certificate/{product_name_id}", at: "/order/certificate/ssl_plus",
            counted: "/order/certificate", "orders", body: { try SampleBody.order() }),
        PostCase(
            "/order/certificate/{order_id}/reissue", at: "/order/certificate/1/reissue",
            counted: "/order/certificate/1/reissue", "certificates",
            body: { try SampleBody.certificate() }),
        PostCase(
            "/order/certificate/{order_id}/duplicate", at: "/order/certificate/1/duplicate",
            counted: "/order/certificate/1/duplicate", "certificates",
            body: { try SampleBody.certificate() }),
        PostCase(
            "/container/{container_id}/children", at: "/container/1/children",
            counted: "/container/1/children", "containers", body: { #"{"name":"West"}"# }),
        PostCase("/organization", counted: "/organization", "organizations") { organization },
        PostCase(
            "/organization/{organization_id}/validation", at: "/organization/2/validation",
            counted: "/organization/2/validation", "validations",
            body: { #"{"validations":[{"type":"ov"}]}"# }
        ).prepared(addOrganization),
        PostCase("/user", counted: "/user", "users", body: { user }),
        PostCase(
            "/key/user/{user_id}", at: "/key/user/1", counted: "/key", "api_keys",
            body: { #"{"name":"web"}"# }),
        PostCase("/domain", counted: "/domain", "domains") {
            #"{"name":"example.org","organization":{"id":1},"validations":[{"type":"ov"}]}"#
        },
        PostCase("/account", counted: "/account/subaccount", "subaccounts") {
            """
            {"account_type":"managed","user":{"first_name":"Sub","last_name":"Account",
            "email":"child@example.com"},"organization":{"name":"child","address":"1 Road",
            "zip":"1","city":"Town","state":"State","country":"us","telephone":"1"}}
            """
        },
        PostCase(
            "/order/certificate/{order_id}/note", at: "/order/certificate/1/note",
            counted: "/order/certificate/1/note", "notes", body: { #"{"text":"Ask Ada."}"# }),
        PostCase(
            "/order/certificate/{order_id}/custom-field", at: "/order/certificate/1/custom-field",
            counted: "/order/certificate/1", "custom_fields",
            body: { #"{"metadata_id":1,"value":"12"}"# }),
        PostCase(
            "/order/certificate/{order_id}/csr", at: "/order/certificate/2/csr",
            counted: "/order/certificate?filters[status]=issued", "orders",
            body: { try SampleBody.json(["csr": SampleCSR.p256]) }
        ).prepared { api in
            let mailbox = try SampleBody.order([
                "certificate.csr": NSNull(), "certificate.common_name": "",
                "certificate.emails": ["ada@example.com"],
            ])
            _ = try await api.send(.post, "/order/certificate/secure_email_mailbox", mailbox)
        },
        PostCase(
            "/domain/{domain_id}/dcv/token", at: "/domain/1/dcv/token",
            counted: "/domain/1?include_dcv=true", "dcv_token", body: { "{}" }),
        PostCase(
            "/domain/{domain_id}/dcv/method", at: "/domain/1/dcv/method",
            counted: "/domain/1?include_dcv=true", "dcv_token",
            body: { #"{"method":"dns-cname-token"}"# }),
        PostCase(
            "/domain/{domain_id}/dcv", at: "/domain/1/dcv",
            counted: "/domain/1?include_dcv=true", "dcv_token",
            body: { #"{"method":"dns-cname-token"}"# }),
        PostCase(
            "/domain/{domain_id}/validation", at: "/domain/1/validation",
            counted: "/domain/1/validation", "validations",
            body: { #"{"validations":[{"type":"private_ssl"}]}"# }),
        PostCase("/account/metadata", counted: "/account/metadata", "metadata") {
            #"{"label":"Invoice"}"#
        },
        PostCase("/account/metadata/bulk", counted: "/account/metadata", "metadata") {
            #"{"metadata":[{"label":"Invoice"}]}"#
        },
        PostCase("/voucher", counted: "/voucher", "voucher_orders") {
            #"{"vouchers":[{"product_name_id":"ssl_plus","validity_years":1,"quantity":2}],"#
                + #""payment_method":"balance"}"#
        },
        PostCase("/key/acme-eab", counted: "/key", "api_keys", body: { acmeCredentials }),
        PostCase("/key/acme-eab/tlm", counted: "/key", "api_keys", body: { acmeCredentials }),
        PostCase("/units/order", counted: "/units/order", "orders") {
            #"{"unit_account_id":2,"bundle":[{"product_name_id":"ssl_plus","units":1}]}"#
        }.prepared { api in
            try await addSubaccount(api)
            _ = try await api.send(
                .put, "/account/subaccount/2/products",
                #"{"pricing_method":"units","products":[{"product_name_id":"ssl_plus"}]}"#)
        },
    ]

    /// The account 2, below that of the caller.
    @Sendable static func addSubaccount(_ api: RunningAPI) async throws {
        _ = try await api.send(
            .post, "/account",
            """
            {"account_type":"managed","user":{"first_name":"Sub","last_name":"Account",
            "email":"units@example.com"},"organization":{"name":"child","address":"1 Road",
            "zip":"1","city":"Town","state":"State","country":"us","telephone":"1"}}
            """)
    }

    private static let organization =
        """
        {"name":"Org","address":"1 Street","zip":"1","city":"Town","state":"State",
        "country":"us","organization_contact":{"first_name":"A","last_name":"B",
        "email":"a@example.com"},"skip_duplicate_org_check":true}
        """

    @Sendable private static func addOrganization(_ api: RunningAPI) async throws {
        _ = try await api.send(.post, "/organization", organization)
    }

    private static let user = """
        {"username":"new@example.com","first_name":"New","last_name":"User",
        "email":"new@example.com","access_roles":[{"id":5}]}
        """

    private static let acmeCredentials =
        #"{"name":"web","product_name_id":"ssl_plus","organization_id":1,"validity_years":1}"#

    /// Those that only ask, and make nothing.
    static let asking = [
        "/competitive-replacement/certificates", "/finance/order-pricing",
        "/finance/voucher-pricing",
        "/domain/{domain_id}/dcv/cname",
    ]

    func prepared(
        _ prepare: @escaping @Sendable (RunningAPI) async throws -> Void
    ) -> PostCase {
        var post = self
        post.prepare = prepare
        return post
    }

    /// Runs `check` on an API that has one issued order and a custom field, for those that need
    /// them.
    func run(
        wrap: @escaping (any Database) -> any Database = { $0 },
        _ check: @escaping @Sendable (RunningAPI) async throws -> Void
    ) async throws {
        try await RunningAPI.run(wrap: wrap) { api in
            let first = try await api.send(
                .post, "/order/certificate/ssl_plus", try SampleBody.order())
            #expect(first.status == 201)
            let field = try await api.send(.post, "/account/metadata", #"{"label":"Field"}"#)
            #expect(field.status == 204)
            try await prepare(api)
            try await check(api)
        }
    }

    func send(_ api: RunningAPI, as name: String?) async throws -> Answer {
        Answer(try await api.send(method, path, try body(), idempotencyKey: name))
    }

    /// How many there are of what the request makes.
    func count(_ api: RunningAPI) async throws -> Int {
        if let table {
            return try await api.installation.registry.database.read {
                try $0.rows("SELECT count(*) FROM \(table)", []) { $0.int() }[0]
            }
        }
        let list = try await api.send(.get, list).json
        guard let found = list[rows] else { return 0 }
        // An object counts as one of its kind.
        return (found as? [Any])?.count ?? 1
    }

    /// All of an answer but the request's id, which is new each time.
    struct Answer: Equatable {
        let status: Int
        let headers: HTTPFields
        let text: String

        init(_ exchange: Exchange) {
            status = exchange.status
            var headers = exchange.headers
            headers[.init("X-Request-ID")!] = nil
            self.headers = headers
            text = exchange.text
        }
    }
}
