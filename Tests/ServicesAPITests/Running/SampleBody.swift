import Foundation
import TestKit

/// Bodies as clients send them.
enum SampleBody {
    /// An order of one year; `change` sets members by dotted path, `NSNull` removes them.
    static func order(_ change: [String: Any] = [:], csr: String = SampleCSR.rsa) throws -> String {
        var body: [String: Any] = [
            "certificate": [
                "common_name": "www.example.com", "csr": csr, "signature_hash": "sha256",
            ] as [String: Any],
            "organization": ["id": 1], "order_validity": ["years": 1], "skip_approval": true,
        ]
        for (path, value) in change.sorted(by: { $0.key < $1.key }) {
            set(value, at: path.split(separator: ".").map(String.init), in: &body)
        }
        return try json(body)
    }

    static func certificate(
        _ change: [String: Any] = [:], csr: String = SampleCSR.otherRSA
    ) throws -> String {
        var body: [String: Any] = [
            "certificate": [
                "common_name": "www.example.com", "csr": csr, "signature_hash": "sha256",
            ] as [String: Any],
            "skip_approval": true,
        ]
        for (path, value) in change.sorted(by: { $0.key < $1.key }) {
            set(value, at: path.split(separator: ".").map(String.init), in: &body)
        }
        return try json(body)
    }

    static func json(_ body: [String: Any]) throws -> String {
        let data = try JSONSerialization.data(
            withJSONObject: body, options: [.sortedKeys, .withoutEscapingSlashes])
        return String(decoding: data, as: UTF8.self)
    }

    private static func set(_ value: Any, at path: [String], in body: inout [String: Any]) {
        guard path.count > 1 else {
            body[path[0]] = value is NSNull ? nil : value
            return
        }
        var inner = body[path[0]] as? [String: Any] ?? [:]
        set(value, at: Array(path.dropFirst()), in: &inner)
        body[path[0]] = inner
    }
}
