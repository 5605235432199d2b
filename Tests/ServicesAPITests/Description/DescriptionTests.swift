import APIDescription
import APIModels
import Foundation
import HTTPTypes
import OrderCore
import ServicesAPI
import Testing

@Suite("The description of the API")
struct DescriptionTests {
    @Test("describes every operation, under its path and method")
    func operations() throws {
        let document = try DescribedAPI.served.get().document
        let described = document["paths"]?.members.flatMap { path, item in
            item.members.keys.map { "\($0.uppercased()) \(Self.shape(path))" }
        }
        let catalog = EndpointCatalog.all.map { "\($0.method.rawValue) \(Self.shape($0.path))" }
        #expect(described?.sorted() == catalog.sorted())
    }

    @Test("has a name, an example of each body and answer, and a summary of its own for each")
    func examples() throws {
        let document = try DescribedAPI.served.get().document
        let operations = (document["paths"]?.members.values.flatMap(\.members.values)) ?? []
        let names = operations.compactMap { $0["operationId"]?.text }
        #expect(Set(names).count == EndpointCatalog.all.count)
        let bare = operations.flatMap { operation -> [String] in
            let contents =
                [operation["requestBody"]]
                + (operation["responses"]?.members.values ?? [:].values)
                .map(Optional.some)
            return contents.compactMap { $0?["content"]?["application/json"] }
                .filter { $0["example"] == nil && $0["examples"] == nil }
                .filter { $0["schema"]?["$ref"] != nil }
                .map { _ in operation["operationId"]?.text ?? "" }
        }
        #expect(bare == ["showTheLogoOfAnOrder"])
    }

    @Test("has an order for each family of products, which is accepted as it is")
    func orders() async throws {
        let document = try DescribedAPI.served.get().document
        let item = document["paths"]?.members.first {
            Self.shape($0.key) == "/order/certificate/{}"
        }
        let body = item?.value["post"]?["requestBody"]
        let content = body?["content"]?["application/json"]
        let examples = try #require(content?["examples"]?.members)
        let page = try ServicesDescription.make(rights: [:], origin: "").page
        var checks: Set<OrderCore.ValidationType> = []
        for (name, example) in examples {
            let product = try #require(ProductCatalog.product(name))
            checks.insert(product.validation)
            #expect(page.contains("/order/certificate/\(name)"))
            try await RunningAPI.run { api in
                let body = try JSONEncoder().encode(try #require(example["value"]))
                let placed = try await api.send(
                    .post, "/order/certificate/\(name)", String(decoding: body, as: UTF8.self))
                #expect(placed.status == 201, "\(name): \(placed.text)")
            }
        }
        let others: Set<OrderCore.ValidationType> = [.grid, .smime, .evCS]
        #expect(checks == Set(OrderCore.ValidationType.allCases).subtracting(others))
    }

    @Test("is served to everyone, once for each who keeps it")
    func serving() async throws {
        try await RunningAPI.run { api in
            for path in ["/services/v2/openapi.json", "/docs"] {
                let first = try await api.open(.get, path)
                #expect(first.status == 200)
                let tag = try #require(first.headers[.eTag])
                let again = try await api.open(.get, path, [.ifNoneMatch: tag])
                #expect(again.status == 304)
                #expect(again.body.isEmpty)
                let head = try await api.open(.head, path)
                #expect(head.status == 200)
                #expect(head.headers[.contentLength] == "\(first.body.count)")
            }
        }
    }

    @Test("says how long texts may be, and longer ones are refused")
    func lengths() async throws {
        let document = try DescribedAPI.served.get().document
        for (place, max) in LengthLimits.all {
            let names = place.split(separator: ".").map(String.init)
            let member = document["components"]?["schemas"]?[names[0]]?["properties"]?[names[1]]
            let told = member?["maxLength"] ?? member?["items"]?["maxLength"]
            #expect(told?.number == Double(max), "\(place)")
        }
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            for (path, member, place) in [
                ("/order/certificate/1/note", "text", "AddNote.text"),
                ("/container/1/children", "name", "CreateContainer.name"),
            ] {
                let max = try #require(LengthLimits.all[place])
                for (count, isTaken) in [(max, true), (max + 1, false)] {
                    let body = [member: String(repeating: "x", count: count), "template_id": "1"]
                    let answer = try await api.send(.post, path, try SampleBody.json(body))
                    #expect((answer.status == 201) == isTaken, "\(place)")
                }
            }
        }
    }

    /// Asked for by some products; or taken from the query, too.
    private static let conditional: Set = ["organization_id", "email"]

    @Test("names the members that a body cannot do without")
    func demands() async throws {
        let document = try DescribedAPI.served.get().document
        try await RunningAPI.run { api in
            _ = try await api.send(.post, "/order/certificate/ssl_plus", SampleBody.order())
            for signature in EndpointCatalog.all {
                let item = document["paths"]?.members.first {
                    Self.shape($0.key) == Self.shape(signature.path)
                }
                guard
                    let content = item?.value[signature.method.rawValue.lowercased()]?[
                        "requestBody"]?["content"]?["application/json"],
                    let example = Self.example(content),
                    let name = content["schema"]?["$ref"]?.text?.split(separator: "/").last
                else { continue }
                let schema = document["components"]?["schemas"]?[String(name)]
                let demanded = (schema?["required"]?.elements ?? []).compactMap(\.text)
                for member in example.keys.sorted() where !Self.conditional.contains(member) {
                    let body = JSONText.object(
                        example.filter { $0.key != member && $0.key != "container" })
                    let exchange = try await api.send(
                        HTTPRequest.Method(signature.method.rawValue)!,
                        signature.path.replacing(/\{[a-z_]+\}/, with: "1"),
                        String(decoding: try JSONEncoder().encode(body), as: UTF8.self))
                    let code = exchange.status < 400 ? nil : try exchange.errorCode
                    let isRefused =
                        code == "required_param:\(member)"
                        || code?.hasPrefix("required_param:\(member).") == true
                    #expect(
                        isRefused == demanded.contains(member),
                        "\(signature) without \(member): \(code ?? "-")")
                }
            }
        }
    }

    /// One that has what the examples have together, where there are several.
    private static func example(_ content: JSONText) -> [String: JSONText]? {
        guard let all = content["examples"]?.members.values else {
            return content["example"]?.members
        }
        return all.reduce(into: [:]) { one, example in
            one.merge(example["value"]?.members ?? [:]) { first, _ in first }
        }
    }

    private static func shape(_ path: String) -> String {
        path.replacing(/\{[^}]*\}/, with: "{}")
    }
}
