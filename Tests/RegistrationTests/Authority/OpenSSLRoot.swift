import Foundation
import Issuance
import TestKit

/// A root that openssl made and keeps, from 2020 to 2049.
struct OpenSSLRoot {
    let scratch: ScratchFolder
    let certificate: SignedCertificate

    init(
        constraints: String = "CA:TRUE",
        key: [String] = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384"]
    ) throws {
        scratch = try ScratchFolder()
        try scratch.write("index", "")
        try scratch.write("number", "01\n")
        try scratch.write("config", Self.config)
        try Command.openssl.succeed(
            ["req", "-new"] + key + [
                "-nodes", "-keyout", "root.key", "-out", "request.pem", "-subj",
                "/CN=OpenSSL Root",
            ], in: scratch.url)
        certificate = try Self.sign(
            in: scratch, constraints, usage: "keyCertSign,cRLSign", by: ["-selfsign"])
        try scratch.write("root.pem", certificate.pem)
    }

    /// Signs what a request asks for, with these constraints.
    func sign(
        _ request: String, _ constraints: String, usage: String = "keyCertSign,cRLSign"
    ) throws -> SignedCertificate {
        try scratch.write("request.pem", request)
        return try Self.sign(in: scratch, constraints, usage: usage, by: ["-cert", "root.pem"])
    }

    /// Puts a certificate that it signed on its next list.
    func revoke(_ file: String, because reason: String) throws {
        try revoke(file, ["-crl_reason", reason])
    }

    /// The same, with what openssl is to say in the entry.
    func revoke(_ file: String, _ options: [String]) throws {
        try Command.openssl.succeed(
            [
                "ca", "-batch", "-config", "config", "-keyfile", "root.key", "-cert", "root.pem",
                "-revoke", file,
            ] + options, in: scratch.url)
    }

    /// A revocation list, signed over this hash, in PEM.
    ///
    /// - Parameters:
    ///   - begun: absent: by the machine's clock.
    ///   - extensions: in the words of openssl's configuration; empty: none, and no number.
    func list(
        over hash: String, begun: String? = "20260105000000Z",
        extensions: String = "authorityKeyIdentifier=keyid"
    ) throws -> [UInt8] {
        try scratch.write(
            "config",
            Self.config + (extensions.isEmpty ? "" : "[list]\n\(extensions)\n"))
        if extensions.isEmpty {
            try scratch.write("config", Self.config.replacing("crlnumber = number\n", with: ""))
        }
        try Command.openssl.succeed(
            [
                "ca", "-batch", "-config", "config", "-gencrl", "-md", hash, "-keyfile", "root.key",
                "-cert", "root.pem", "-crldays", "30", "-out", "list.pem",
            ] + (extensions.isEmpty ? [] : ["-crlexts", "list"])
                + (begun.map { ["-crl_lastupdate", $0] } ?? []), in: scratch.url)
        return Array(try scratch.text("list.pem").utf8)
    }

    private static func sign(
        in scratch: ScratchFolder, _ constraints: String, usage: String, by signer: [String]
    ) throws -> SignedCertificate {
        try scratch.write(
            "extensions",
            """
            basicConstraints=critical,\(constraints)
            keyUsage=critical,\(usage)
            subjectKeyIdentifier=hash
            authorityKeyIdentifier=keyid

            """)
        try Command.openssl.succeed(
            [
                "ca", "-batch", "-config", "config", "-in", "request.pem", "-keyfile", "root.key",
                "-extfile", "extensions", "-startdate", "20200101000000Z", "-enddate",
                "20491231235959Z", "-notext", "-out", "signed.pem",
            ] + signer, in: scratch.url)
        return try SignedCertificate(pem: try scratch.text("signed.pem"))
    }

    private static let config = """
        [ca]
        default_ca = here
        [here]
        new_certs_dir = .
        database = index
        crlnumber = number
        rand_serial = yes
        unique_subject = no
        default_md = sha384
        policy = anything
        [anything]
        countryName = optional
        stateOrProvinceName = optional
        localityName = optional
        organizationName = optional
        organizationalUnitName = optional
        commonName = optional

        """
}
