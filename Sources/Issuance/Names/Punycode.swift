/// The encoding of Unicode labels in ASCII, RFC 3492, without the `xn--` prefix.
///
/// The names follow the pseudocode of sections 6.1 to 6.3. Labels are short, and both directions
/// give nil rather than overflow.
enum Punycode {
    private static let base = 36
    private static let tMin = 1
    private static let tMax = 26
    private static let skew = 38
    private static let damp = 700
    private static let initialBias = 72
    private static let initialCode = 128
    private static let codeMax = 0x10FFFF
    private static let deltaMax = 1 << 40
    private static let digits = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)

    static func encode(_ label: String) -> String? {
        let codes = label.unicodeScalars.map { Int($0.value) }
        var output = codes.filter { $0 < initialCode }.map { UInt8($0) }
        let basicCount = output.count
        if basicCount > 0 { output.append(UInt8(ascii: "-")) }
        var (code, delta, bias, handled) = (initialCode, 0, initialBias, basicCount)
        while handled < codes.count, let next = codes.filter({ $0 >= code }).min() {
            delta += (next - code) * (handled + 1)
            guard delta < deltaMax else { return nil }
            code = next
            for other in codes {
                if other < code { delta += 1 }
                if other == code {
                    append(delta, bias: bias, to: &output)
                    bias = adapt(delta, count: handled + 1, isFirst: handled == basicCount)
                    delta = 0
                    handled += 1
                }
            }
            delta += 1
            code += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    static func decode(_ text: String) -> String? {
        let input = Array(text.utf8)
        let basicCount = input.lastIndex(of: UInt8(ascii: "-")) ?? 0
        var output = input[..<basicCount].map(Int.init)
        guard output.allSatisfy({ $0 < initialCode }) else { return nil }
        var rest = input[(basicCount > 0 ? basicCount + 1 : 0)...]
        var (code, place, bias) = (initialCode, 0, initialBias)
        while !rest.isEmpty {
            guard let delta = takeDelta(from: &rest, bias: bias) else { return nil }
            bias = adapt(delta, count: output.count + 1, isFirst: place == 0 && code == initialCode)
            place += delta
            code += place / (output.count + 1)
            place %= output.count + 1
            guard code <= codeMax else { return nil }
            output.insert(code, at: place)
            place += 1
        }
        let scalars = output.compactMap { Unicode.Scalar(UInt32($0)) }
        guard scalars.count == output.count else { return nil }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func append(_ delta: Int, bias: Int, to output: inout [UInt8]) {
        var rest = delta
        for k in stride(from: base, through: Int.max, by: base) {
            let threshold = min(max(k - bias, tMin), tMax)
            if rest < threshold { break }
            output.append(digits[threshold + (rest - threshold) % (base - threshold)])
            rest = (rest - threshold) / (base - threshold)
        }
        output.append(digits[rest])
    }

    private static func takeDelta(from rest: inout ArraySlice<UInt8>, bias: Int) -> Int? {
        var (delta, weight) = (0, 1)
        for k in stride(from: base, through: Int.max, by: base) {
            guard let octet = rest.popFirst(), let digit = digits.firstIndex(of: octet) else {
                return nil
            }
            delta += digit * weight
            guard delta < deltaMax else { return nil }
            let threshold = min(max(k - bias, tMin), tMax)
            if digit < threshold { break }
            weight *= base - threshold
            guard weight < deltaMax else { return nil }
        }
        return delta
    }

    private static func adapt(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / damp : delta / 2
        delta += delta / count
        var k = 0
        while delta > (base - tMin) * tMax / 2 {
            delta /= base - tMin
            k += base
        }
        return k + (base - tMin + 1) * delta / (delta + skew)
    }
}
