import OrderCore

/// What the archive for a platform says of itself to whoever unpacks it.
struct InstallInstructions {
    let platform: ServerPlatform
    /// Of the certificate's file, without its extension.
    let stem: String
    /// The files of the issuing certificates, nearest first; none that stand in one file with it.
    let issuers: [String]

    var fileName: String {
        let name = platform.name.uppercased().map { $0.isLetter || $0.isNumber ? $0 : "_" }
        return "INSTALL_INSTRUCTIONS.\(String(name)).txt"
    }

    var text: String {
        """
        How to install this certificate: \(platform == .other ? "any server" : platform.name)

        In this archive:

        \(contents.joined(separator: "\n"))

        The private key is not here. It is where the certificate signing request was made.

        \(steps)
        Then check from another machine:

          openssl s_client -connect HOST:443 -servername HOST -showcerts </dev/null

        It lists the certificate and after it the one that issued it.

        """
    }

    private var contents: [String] {
        guard !platform.isMicrosoft else {
            return ["  \(stem).p7b  the certificate and those of the authorities above it"]
        }
        return ["  \(stem).crt  the certificate"]
            + issuers.map { "  \($0)  of the authority that issued it" }
    }

    private var steps: String {
        switch platform.name {
        case _ where platform.isMicrosoft:
            """
            1. Copy \(stem).p7b to the server on which the certificate signing request was made.
            2. As an administrator:

                 certreq -accept -machine \(stem).p7b

               or choose it in "Complete Certificate Request". The certificate is then in the
               computer's store, in Personal, with its private key.
            3. Bind it: in IIS Manager, the site's Bindings, https; on Exchange, with

                 Enable-ExchangeCertificate -Thumbprint THUMBPRINT -Services IIS,SMTP

            """
        case "Apache":
            """
            1. Copy the files to a folder that only root can write, such as /etc/ssl/private.
            2. In the <VirtualHost> of the site:

                 SSLEngine on
                 SSLCertificateFile /etc/ssl/private/\(stem).pem
                 SSLCertificateKeyFile /etc/ssl/private/\(stem).key

               where \(stem).pem is made by

                 cat \(files) > \(stem).pem

            3. apachectl configtest && apachectl graceful

            """
        case "nginx":
            """
            1. Put the certificates into one file, the server's own first:

                 cat \(files) > /etc/nginx/\(stem).pem

            2. In the server block of the site:

                 listen 443 ssl;
                 ssl_certificate /etc/nginx/\(stem).pem;
                 ssl_certificate_key /etc/nginx/\(stem).key;

            3. nginx -t && nginx -s reload

            """
        default:
            """
            1. Give the server \(stem).crt and the private key.
            2. Give it the other certificates as the chain, or as intermediate certificates. Servers
               that take one file want all of them in it, the server's own first:

                 cat \(files) > \(stem).pem

            3. Have the server read its configuration again.

            """
        }
    }

    private var files: String { (["\(stem).crt"] + issuers).joined(separator: " ") }
}
