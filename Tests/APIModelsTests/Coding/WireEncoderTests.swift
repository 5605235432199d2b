import APIModels
import Foundation
import Testing

@Suite struct WireEncoderTests {
    @Test("members stand in the order of the type and absent ones are left out")
    func order() throws {
        let receipt = OrderReceipt(
            id: 5, requests: [RequestOutcome(id: 6, status: .known(.approved))], certificateID: 7)
        let expected = #"{"id":5,"requests":[{"id":6,"status":"approved"}],"certificate_id":7}"#
        #expect(try json(receipt) == expected)
    }

    @Test("nothing to say is an empty object")
    func empty() throws {
        #expect(try json(NoAnswer()) == "{}")
        #expect(try json(CustomFieldList()) == "{}")
        #expect(try json(ReissueList(certificates: [])) == #"{"certificates":[]}"#)
    }

    @Test("numbers keep their value and whole ones have no fraction")
    func numbers() throws {
        #expect(
            try json([Int.min, -1, 0, 9, 10, Int.max])
                == "[-9223372036854775808,-1,0,9,10,9223372036854775807]")
        #expect(try json([UInt64.max]) == "[18446744073709551615]")
        #expect(try json([UInt8(200)]) == "[200]")
        #expect(try json([399.0, 198.5, -0.25, 1e20]) == "[399,198.5,-0.25,1e+20]")
        #expect(try json([Float(0.1), 2]) == "[0.1,2]")
    }

    @Test("values that are no objects stand for themselves")
    func fragments() throws {
        #expect(try json("a/b") == #""a/b""#)
        #expect(try json(true) == "true")
        #expect(try json([1, nil]) == "[1,null]")
        #expect(try json(["k": [[1], []]]) == #"{"k":[[1],[]]}"#)
        #expect(try json([String: Int]()) == "{}")
    }

    @Test("a number that JSON cannot say is refused", arguments: [Double.nan, .infinity])
    func notANumber(_ number: Double) {
        #expect(throws: EncodingError.self) { try WireEncoder().encode([number]) }
        #expect(throws: EncodingError.self) { try WireEncoder().encode(["k": Float(number)]) }
    }

    @Test("nested containers may be filled in turns")
    func interleaved() throws {
        let expected = #"{"a":{"x":1,"y":2},"b":[1,[],2],"super":{"x":3},"c":{}}"#
        #expect(try json(Interleaved()) == expected)
    }

    @Test("arrays of nested containers keep their places")
    func nestedElements() throws {
        #expect(try json(NestedElements()) == #"[{"x":1},[2],3,{"x":4}]"#)
    }

    @Test("a class and its parent may share one object")
    func shared() throws {
        #expect(try json(Child()) == #"{"x":1,"y":2}"#)
    }

    @Test("a member that fails leaves nothing behind when the failure is caught")
    func caught() throws {
        #expect(try json(Forgiving()) == #"{"x":1,"y":[2]}"#)
    }

    @Test("all that is written reads back with the platform's decoder")
    func readBack() throws {
        let page = Page(total: 3, limit: 1000, offset: 0)
        let read = try JSONDecoder().decode(Page.self, from: Data(WireEncoder().encode(page)))
        #expect(read == page)
    }
}

private func json(_ value: some Encodable) throws -> String {
    String(decoding: try WireEncoder().encode(value), as: UTF8.self)
}

private enum Key: String, CodingKey {
    case a, b, c, x, y
}

private struct Interleaved: Encodable {
    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        var first = object.nestedContainer(keyedBy: Key.self, forKey: .a)
        var second = object.nestedUnkeyedContainer(forKey: .b)
        try first.encode(1, forKey: .x)
        try second.encode(1)
        var parent = object.superEncoder().container(keyedBy: Key.self)
        _ = second.nestedUnkeyedContainer()
        try first.encode(2, forKey: .y)
        try second.encode(2)
        _ = object.superEncoder(forKey: .c)
        try parent.encode(3, forKey: .x)
    }
}

private struct NestedElements: Encodable {
    func encode(to encoder: any Encoder) throws {
        var array = encoder.unkeyedContainer()
        var object = array.nestedContainer(keyedBy: Key.self)
        var inner = array.nestedUnkeyedContainer()
        try array.encode(3)
        var last = array.superEncoder().container(keyedBy: Key.self)
        try last.encode(4, forKey: .x)
        try inner.encode(2)
        try object.encode(1, forKey: .x)
        #expect(array.count == 4)
    }
}

private class Parent: Encodable {
    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(1, forKey: .x)
    }
}

private final class Child: Parent {
    override func encode(to encoder: any Encoder) throws {
        try super.encode(to: encoder)
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(2, forKey: .y)
    }
}

private struct Forgiving: Encodable {
    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(1, forKey: .x)
        #expect(throws: EncodingError.self) {
            try object.encode(["deep": [Double.nan]], forKey: .a)
        }
        try object.encode(HalfFull(), forKey: .y)
    }
}

private struct HalfFull: Encodable {
    func encode(to encoder: any Encoder) throws {
        var array = encoder.unkeyedContainer()
        #expect(throws: EncodingError.self) { try array.encode(["x": Double.nan]) }
        try array.encode(2)
    }
}
