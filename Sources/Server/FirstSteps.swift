import Issuance
import Synchronization

/// What the first start tells, once: the key, and commands that can be pasted as they stand.
package final class FirstSteps: Sendable {
    private let apiKey: Mutex<String?>
    private let domain: String

    /// - Parameter apiKey: absent where nothing was made.
    package init(apiKey: String?, domain: String) {
        self.apiKey = Mutex(apiKey)
        self.domain = domain
    }

    /// What is to be printed: nothing where it was, or where nothing was made.
    package func untold(url: String) -> String? {
        let untold = apiKey.withLock { key in
            defer { key = nil }
            return key
        }
        return untold.map { Self.text(apiKey: $0, url: url, domain: domain) }
    }

    package static func text(apiKey: String, url: String, domain: String) -> String {
        let host = "www.\(domain)"
        // Public products secure no internal names. What is no name at all, founding refused.
        let isInternal = (try? HostName(domain))?.isInternal ?? false
        let product = isInternal ? "private_ssl_plus" : "ssl_plus"
        return """
            A new installation was made: a root and an issuing CA, an account with an administrator,
            an organization, and the validated domain \(domain).

            This is the administrator's API key. It is shown this once and stored only as a hash:

              export CHANCERY_KEY=\(apiKey)

            Make a key and a CSR:

              openssl req -new -newkey rsa:2048 -nodes -subj /CN=\(host) \\
                -keyout \(host).key -out \(host).csr

            Place an order; its certificate is in the answer:

              curl -sS \(url)/services/v2/order/certificate/\(product) \\
                -H "X-DC-DEVKEY: $CHANCERY_KEY" -H 'Content-Type: application/json' \\
                -d '{"certificate":{"common_name":"\(host)","dns_names":["\(domain)"],
                     "csr":"'"$(grep -v -- ----- \(host).csr | tr -d '\\n')"'",
                     "signature_hash":"sha256"},
                     "organization":{"id":1},"order_validity":{"years":1},"skip_approval":true}'

            Read the order, and download the certificate with its chain:

              curl -sS \(url)/services/v2/order/certificate/1 -H "X-DC-DEVKEY: $CHANCERY_KEY"
              curl -sS \(url)/services/v2/certificate/download/order/1/format/pem_all \\
                -H "X-DC-DEVKEY: $CHANCERY_KEY" -o \(host).pem

            """
    }
}
