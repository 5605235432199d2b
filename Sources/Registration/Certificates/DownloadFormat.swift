import Issuance
package import OrderCore

/// The forms in which a certificate can be downloaded (contract: certificate formats).
///
/// A new form? Also: `docs/contract.md`, and the transcript of each download.
package enum DownloadFormat: String, CaseIterable, Sendable {
    case zip = "default"
    case apache
    case zipCER = "default_cer"
    case zipPEM = "default_pem"
    case cer
    case p7b
    case pemAll = "pem_all"
    case pemLeaf = "pem_nointermediate"
    case pemNoRoot = "pem_noroot"
    case pem
    case crt

    package static func fitting(_ platform: ServerPlatform) -> DownloadFormat {
        switch platform {
        case .pemBundle: .pemAll
        case let named where named.name == "Apache" || named.name == "nginx": .apache
        case let named where named.isMicrosoft: .p7b
        default: .zip
        }
    }

    /// - Parameter platform: whose installation the archive is to explain.
    package func pack(
        _ path: CertificatePath, for platform: ServerPlatform? = nil
    ) -> PackedCertificate {
        let name = path.fileStem
        let all = [path.leaf] + path.authorities
        switch self {
        case .zip, .zipPEM: return path.zip(.all, extension: "crt", for: platform)
        case .zipCER: return path.zip(.all, extension: "cer")
        case .apache: return path.zip(.withoutRoot, extension: "crt", for: platform)
        case .cer, .p7b:
            let message = Array(CertificateBundle(all).pkcs7PEM.utf8)
            if let platform { return path.zip(message, for: platform) }
            return PackedCertificate(
                contentType: contentType, fileName: "\(name).\(rawValue)", bytes: message)
        case .pemAll, .pem: return pemFile(all, name)
        case .pemNoRoot: return pemFile(all.dropLast(), name)
        case .pemLeaf: return pemFile(all.prefix(1), name)
        case .crt:
            return PackedCertificate(
                contentType: contentType, fileName: "\(name).crt",
                bytes: Array(CertificateBundle([path.leaf]).pem.utf8))
        }
    }

    package var contentType: String {
        switch self {
        case .zip, .zipPEM, .zipCER, .apache: "application/zip"
        case .cer, .p7b: "application/x-pkcs7-certificates"
        case .pemAll, .pem, .pemNoRoot, .pemLeaf: "application/x-pem-file"
        case .crt: "application/x-x509-ca-cert"
        }
    }

    private func pemFile(_ certificates: some Sequence<SignedCertificate>, _ name: String)
        -> PackedCertificate
    {
        PackedCertificate(
            contentType: contentType, fileName: "\(name).pem",
            bytes: Array(CertificateBundle(Array(certificates)).pem.utf8))
    }
}

extension CertificatePath {
    fileprivate enum Content {
        case all
        case withoutRoot
    }

    /// The common name as part of a file's name: `star_example_com` for `*.example.com`.
    fileprivate var fileStem: String {
        let name = certificate.content.commonName.replacing("*", with: "star")
        return String(name.map { $0.isLetter || $0.isNumber || $0 == "-" ? $0 : "_" })
    }

    /// One PKCS #7 file with what there is to say of it.
    fileprivate func zip(_ message: [UInt8], for platform: ServerPlatform) -> PackedCertificate {
        let stem = "\(fileStem)_\(certificate.id)"
        var archive = ZipArchive(time: issuance.issuedAt)
        archive.add("\(stem)/\(fileStem).p7b", message)
        let instructions = InstallInstructions(platform: platform, stem: fileStem, issuers: [])
        archive.add("\(stem)/\(instructions.fileName)", Array(instructions.text.utf8))
        return PackedCertificate(
            contentType: "application/zip", fileName: "\(stem).zip", bytes: archive.octets)
    }

    fileprivate func zip(
        _ content: Content, extension suffix: String, for platform: ServerPlatform? = nil
    ) -> PackedCertificate {
        let stem = "\(fileStem)_\(certificate.id)"
        var archive = ZipArchive(time: issuance.issuedAt)
        func add(_ name: String, _ certificate: SignedCertificate) {
            archive.add("\(stem)/\(name).\(suffix)", Array(certificate.pem.utf8))
        }
        if content == .all, let root = authorities.last { add("TrustedRoot", root) }
        // The names that installers look for, whoever the CA is.
        let issuers = authorities.dropLast().indices.map { index in
            index == 0 ? "DigiCertCA" : "DigiCertCA\(index + 1)"
        }
        for (name, authority) in Swift.zip(issuers, authorities) { add(name, authority) }
        add(fileStem, leaf)
        if let platform {
            let instructions = InstallInstructions(
                platform: platform, stem: fileStem, issuers: issuers.map { "\($0).\(suffix)" })
            archive.add(
                "\(stem)/\(instructions.fileName)", Array(instructions.text.utf8))
        }
        return PackedCertificate(
            contentType: "application/zip", fileName: "\(stem).zip", bytes: archive.octets)
    }
}
