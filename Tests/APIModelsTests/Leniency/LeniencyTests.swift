import APIModels
import Testing

@Suite struct LeniencyTests {
    @Test(
        "an id may be quoted, and nothing stands for none",
        arguments: [
            ("7", 7), (#""7""#, 7), (#"" 7 ""#, 7), ("7.0", 7), ("-1", -1),
            ("0", nil), (#""0""#, nil), (#""""#, nil), ("null", nil), ("{}", nil), ("[]", nil),
        ] as [(String, Int?)])
    func ids(_ text: String, _ id: Int?) throws {
        #expect(try order(#"{"renewal_of_order_id":\#(text)}"#).renewalOfOrderID == id)
    }

    @Test(
        "a number may be quoted or a flag, and zero is a number",
        arguments: [
            ("0", 0), (#""0""#, 0), ("1", 1), (#""365""#, 365), ("true", 1), ("false", 0),
            (#""""#, nil), ("null", nil), ("{}", nil),
        ] as [(String, Int?)])
    func numbers(_ text: String, _ number: Int?) throws {
        #expect(try order(#"{"auto_renew":\#(text)}"#).autoRenew == number)
    }

    @Test(
        "a flag may be a number or a word",
        arguments: [
            ("true", true), ("false", false), ("1", true), ("0", false), (#""1""#, true),
            (#""0""#, false), (#""true""#, true), (#""True""#, true), (#""FALSE""#, false),
            (#""""#, nil), ("null", nil), ("{}", nil),
        ] as [(String, Bool?)])
    func flags(_ text: String, _ flag: Bool?) throws {
        #expect(try order(#"{"skip_approval":\#(text)}"#).skipApproval == flag)
    }

    @Test(
        "a text may be a number",
        arguments: [
            (#""6020""#, "6020"), ("6020", "6020"), ("1.5", "1.5"), (#"" a ""#, " a "),
            (#""""#, nil), ("null", nil),
        ] as [(String, String?)])
    func texts(_ text: String, _ expected: String?) throws {
        let body = try read(CreateOrganization.self, #"{"zip":\#(text)}"#)
        #expect(body.zip == expected)
    }

    @Test(
        "an array may be nothing or a lone element, and empty names in it are dropped",
        arguments: [
            (#"["a.example","","b.example",null]"#, ["a.example", "b.example"]), ("[]", []),
            (#""a.example""#, ["a.example"]),
            (#""""#, nil), ("null", nil), ("{}", nil),
        ] as [(String, [String]?)])
    func lists(_ text: String, _ names: [String]?) throws {
        let body = try order(#"{"certificate":{"dns_names":\#(text)}}"#)
        #expect(body.certificate?.dnsNames == names)
    }

    @Test("a lone object is an array of one, a number is none")
    func loneObjects() throws {
        let body = try order(#"{"custom_fields":{"metadata_id":"3","value":"x"}}"#)
        #expect(body.customFields?.map(\.metadataID) == [3])
        #expect(throws: WireProblem.self) { try order(#"{"custom_fields":3}"#) }
        #expect(throws: WireProblem.self) { try order(#"{"certificate":{"emails":true}}"#) }
    }

    @Test("an object may be nothing", arguments: [#""""#, "null", "{}", "[]"])
    func objects(_ text: String) throws {
        let body = try order(#"{"organization":\#(text),"custom_fields":\#(text)}"#)
        #expect(body.organization == nil)
        #expect((body.customFields ?? []).isEmpty)
        let texts = try order(#"{"comments":\#(text),"payment_method":\#(text)}"#)
        #expect(texts.comments == nil)
        #expect(texts.paymentMethod == nil)
    }

    @Test(
        "what is named by its id may be the bare id",
        arguments: [
            (#"{"id":45}"#, 45), (#"{"id":"45"}"#, 45), ("45", 45), (#""-1""#, -1), ("-1", -1),
            ("0", nil), (#"{"id":0}"#, nil), (#"{"id":null}"#, nil),
        ] as [(String, Int?)])
    func references(_ text: String, _ id: Int?) throws {
        let body = try order(
            #"{"container":\#(text),"certificate":{"server_platform":\#(text)}}"#)
        #expect(body.container?.id == id)
        #expect(body.certificate?.serverPlatform?.id == id)
    }

    @Test("a choice may be in any case, unknown, or nothing")
    func choices() throws {
        func status(_ word: String) throws -> Open<OrderStatus>? {
            try read(ChangeOrderStatus.self, #"{"status":"\#(word)"}"#).status
        }
        #expect(try status("CANCELED") == .known(.canceled))
        #expect(try status("gone") == .other("gone"))
        #expect(try status("") == nil)
    }

    @Test("a date stays as it was written")
    func dates() throws {
        let body = try order(#"{"custom_expiration_date":"21 DEC 2021"}"#)
        #expect(body.customExpirationDate == "21 DEC 2021")
    }

    @Test("what is absent is not written")
    func absent() throws {
        #expect(try WireEncoder().encode(PlaceOrder()) == Array("{}".utf8))
        let revoke = RevokeCertificate(revocationReason: .known(.superseded), skipApproval: true)
        let expected = #"{"revocation_reason":"superseded","skip_approval":true}"#
        #expect(String(decoding: try WireEncoder().encode(revoke), as: UTF8.self) == expected)
    }
}

private func order(_ text: String) throws -> PlaceOrder {
    try read(PlaceOrder.self, text)
}

private func read<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try WireDecoder().decode(type, from: text.utf8)
}
