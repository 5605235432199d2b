import Crypto

/// Keys that are known to be lost or guessable, read from a text.
///
/// One entry a line, in hexadecimal, `#` starts a comment. 64 digits are the SHA-256 of a
/// SubjectPublicKeyInfo. 20 digits are an entry of Debian's `openssl-blacklist` (CVE-2008-0166):
/// the end of the SHA-1 of the line `Modulus=…` that `openssl rsa -modulus` prints. The package
/// that carried those lists has left Debian; whoever still has the files can hand them in.
package struct KeyBlocklist: WeakKeyRule {
    private let fingerprints: Set<String>
    private let debianEntries: Set<String>

    /// A line that is neither kind of entry, counted from 1.
    package struct LineProblem: Error, Hashable, Sendable {
        package let line: Int
    }

    package init(_ text: String) throws(LineProblem) {
        var fingerprints: Set<String> = []
        var debianEntries: Set<String> = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let entry = line.prefix { $0 != "#" }.filter { !$0.isWhitespace }
            if entry.isEmpty { continue }
            guard [UInt8](hexadecimal: entry) != nil else { throw LineProblem(line: index + 1) }
            switch entry.count {
            case Self.fingerprintDigits: fingerprints.insert(entry.uppercased())
            case Self.debianDigits: debianEntries.insert(entry.uppercased())
            default: throw LineProblem(line: index + 1)
            }
        }
        self.fingerprints = fingerprints
        self.debianEntries = debianEntries
    }

    package func weakness(of key: SubjectKey) -> KeyWeakness? {
        if fingerprints.contains(key.fingerprint) { return .blocklisted }
        guard !debianEntries.isEmpty, case .rsa(let numbers) = key.form else { return nil }
        let line = Array("Modulus=\(numbers.modulus.hexadecimal)\n".utf8)
        let entry = Insecure.SHA1.hash(data: line).hexadecimal.suffix(Self.debianDigits)
        return debianEntries.contains(String(entry)) ? .blocklisted : nil
    }

    private static let fingerprintDigits = 64
    private static let debianDigits = 20
}
