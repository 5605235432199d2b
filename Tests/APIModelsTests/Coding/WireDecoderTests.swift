import APIModels
import Testing

@Suite struct WireDecoderTests {
    @Test(
        "a body without content reads as an empty object",
        arguments: ["", " \n", "null", "[]", "{}"])
    func nothing(_ text: String) throws {
        #expect(try read(PlaceOrder.self, text) == PlaceOrder())
    }

    @Test(
        "what is no JSON is malformed", arguments: ["{", "{\"a\":}", "csr=1&x=2", "{}x", "\u{0}"])
    func malformed(_ text: String) {
        #expect(throws: WireProblem.malformed) { try read(PlaceOrder.self, text) }
    }

    @Test("a text that is not UTF-8 is malformed")
    func notText() {
        let bytes = Array("{\"comments\":\"".utf8) + [0xC3, 0x28] + Array("\"}".utf8)
        #expect(throws: WireProblem.malformed) {
            try WireDecoder().decode(PlaceOrder.self, from: bytes)
        }
    }

    @Test("unknown members are passed over")
    func unknown() throws {
        let body = try read(DecideRequest.self, #"{"status":"approved","order_id":5,"x":{"y":[]}}"#)
        #expect(body == DecideRequest(status: .known(.approved)))
    }

    @Test(
        "a member that stands twice in one object is refused by its name",
        arguments: [
            (#"{"comments":"a","comments":"b"}"#, "comments"),
            (#"{"certificate":{"csr":"a","csr":"b"}}"#, "csr"),
            (#"{"comments":"a","x":{"y":[{"z":1},{"z":1,"z":2}]}}"#, "z"),
            (#"{"comments":"a","comment\u0073":"b"}"#, "comments"),
        ])
    func repeated(text: String, name: String) {
        #expect(throws: WireProblem.repeated(name)) { try read(PlaceOrder.self, text) }
    }

    @Test("members of one name in several objects are not the same, nor are values")
    func alike() throws {
        let body = #"{"comments":"comments","x":["comments","comments",{"comments":1}],"y":"\""}"#
        #expect(try read(PlaceOrder.self, body).comments == "comments")
        let objects =
            #"{"x":{"z":{"z":1}},"y":{"z":[{"z":1},{"z":1}]},"comments":"{\"x\":1,\"x\""}"#
        #expect(try read(PlaceOrder.self, objects).comments == #"{"x":1,"x""#)
    }

    @Test("depth is limited, and brackets in strings do not count")
    func depth() throws {
        let depthMax = WireDecoder.depthMax
        func nested(_ depth: Int) -> String {
            #"{"x":"# + String(repeating: "[", count: depth - 1)
                + String(repeating: "]", count: depth - 1) + "}"
        }
        #expect(try read(PlaceOrder.self, nested(depthMax)) == PlaceOrder())
        #expect(throws: WireProblem.tooDeep(depthMax: depthMax)) {
            try read(PlaceOrder.self, nested(depthMax + 1))
        }
        let brackets = String(repeating: "[", count: 100)
        let body = try read(ChangeOrderStatus.self, #"{"note":"\"\#(brackets)"}"#)
        #expect(body.note == "\"" + brackets)
    }

    @Test(
        "a wrong type is named with its path",
        arguments: [
            (#"{"certificate":{"dns_names":5}}"#, "certificate.dns_names", "an array of strings"),
            (#"{"certificate":{"dns_names":[5]}}"#, "certificate.dns_names", "an array of strings"),
            (
                #"{"certificate":{"dns_names":7}}"#, "certificate.dns_names",
                "an array of strings"
            ),
            (#"{"certificate":{"csr":{"pem":1}}}"#, "certificate.csr", "a string"),
            (#"{"certificate":{"csr":["x"]}}"#, "certificate.csr", "a string"),
            (
                #"{"certificate":{"cert_validity":{"days":"soon"}}}"#,
                "certificate.cert_validity.days",
                "a whole number"
            ),
            (
                #"{"certificate":{"server_platform":"nginx"}}"#, "certificate.server_platform",
                "a whole number"
            ),
            (#"{"certificate":7}"#, "certificate", "an object"),
            (
                #"{"custom_fields":[{"metadata_id":1},{"metadata_id":"x"}]}"#,
                "custom_fields.1.metadata_id", "a whole number"
            ),
            (#"{"custom_fields":7}"#, "custom_fields", "an array"),
            (#"{"skip_approval":"maybe"}"#, "skip_approval", "true or false"),
            (#"{"skip_approval":2}"#, "skip_approval", "true or false"),
            (#"{"container":{"id":1.5}}"#, "container.id", "a whole number"),
            (#"[1]"#, "", "an object"),
        ])
    func wrongType(_ text: String, _ path: String, _ expected: String) {
        #expect(throws: WireProblem.invalid(path: path, expected: expected)) {
            try read(PlaceOrder.self, text)
        }
    }

    @Test("an answer that lacks a member or says no time is refused with its path")
    func answers() {
        #expect(throws: WireProblem.missing(path: "requests.0.status")) {
            try read(OrderReceipt.self, #"{"id":1,"requests":[{"id":2}]}"#)
        }
        let expected = "a time such as 2019-04-30T18:02:50+00:00"
        #expect(throws: WireProblem.invalid(path: "date", expected: expected)) {
            try read(
                RequestReceipt.self,
                #"{"id":1,"date":"soon","type":"revoke","status":"pending"}"#)
        }
    }
}

private func read<Value: Decodable>(
    _ type: Value.Type, _ text: String
) throws(WireProblem) -> Value {
    try WireDecoder().decode(type, from: text.utf8)
}
