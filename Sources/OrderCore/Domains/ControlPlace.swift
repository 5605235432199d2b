/// Where a value has to stand so that control over a name counts as shown.
package enum ControlPlace {
    /// What a CNAME record has to point to (contract: `verification_value`).
    package static let aliasTarget = "dcv.digicert.com"

    /// A TXT record of the name itself, or, where that holds a CNAME, of the label for proofs.
    package static func textOwners(_ name: String) -> [String] { [name, "_dnsauth." + name] }

    /// With and without an underscore: some hosts take no other labels for records of this kind.
    package static func aliasOwners(_ name: String, value: String) -> [String] {
        ["\(value).\(name)", "_\(value).\(name)"]
    }

    /// The path of the file that holds the value. A file of a name of its own is named after the
    /// value, but so that the name does not give it away: a server that repeats whatever it is
    /// asked for would show control over nothing.
    package static func path(_ method: ControlMethod, value: String) -> String {
        let folder = "/.well-known/pki-validation/"
        return folder + (method == .httpDynamic ? "\(digest(value)).txt" : "fileauth.txt")
    }

    /// FNV-1a over 64 bits, short and even: 64 bits of 165 tell nobody the rest.
    private static func digest(_ value: String) -> String {
        let hash = value.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, octet in
            (hash ^ UInt64(octet)) &* 0x100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
