import CP11Kit

/// Attributes of an object, as calls of PKCS #11 take them.
struct Template {
    private var attributes: [(type: CK_ATTRIBUTE_TYPE, value: [UInt8])] = []

    mutating func set(_ type: UInt, _ value: [UInt8]) {
        attributes.append((CK_ATTRIBUTE_TYPE(type), value))
    }

    mutating func set(_ type: UInt, number: UInt) {
        set(type, withUnsafeBytes(of: CK_ULONG(number)) { Array($0) })
    }

    mutating func set(_ type: UInt, flag: Bool) {
        set(type, [flag ? 1 : 0])
    }

    func withAttributes<Value>(
        _ body: (UnsafeMutablePointer<CK_ATTRIBUTE>, CK_ULONG) throws -> Value
    ) rethrows -> Value {
        // All values one after another: an array must not move while it is pointed to.
        var octets = attributes.flatMap(\.value)
        return try octets.withUnsafeMutableBytes { octets in
            var start = 0
            var list = attributes.map { type, value in
                defer { start += value.count }
                return CK_ATTRIBUTE(
                    type: type, pValue: octets.baseAddress.map { $0 + start },
                    ulValueLen: CK_ULONG(value.count))
            }
            return try list.withUnsafeMutableBufferPointer {
                try body($0.baseAddress!, CK_ULONG($0.count))
            }
        }
    }
}
