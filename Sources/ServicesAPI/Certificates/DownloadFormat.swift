import APIModels
import Issuance
import OrderCore
import Registration

/// The forms in which a certificate can be downloaded (contract: certificate formats).
///
/// A new form? Also: `docs/contract.md`, and the transcript of each download.
enum DownloadFormat: String, CaseIterable {
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

    static func fitting(_ platform: OrderCore.ServerPlatform) -> DownloadFormat {
        switch platform {
        case .pemBundle: .pemAll
        case let named where named.name == "Apache" || named.name == "nginx": .apache
        case let named where named.name.hasPrefix("Microsoft"): .p7b
        default: .zip
        }
    }

    /// - Parameter platform: whose installation the archive is to explain.
    func pack(_ path: CertificatePath, for platform: OrderCore.ServerPlatform? = nil) -> Download {
        let name = path.fileStem
        let all = [path.leaf] + path.authorities
        switch self {
        case .zip, .zipPEM: return path.zip(.all, extension: "crt", for: platform)
        case .zipCER: return path.zip(.all, extension: "cer")
        case .apache: return path.zip(.withoutRoot, extension: "crt", for: platform)
        case .cer, .p7b:
            return Download(
                contentType: contentType, fileName: "\(name).\(rawValue)",
                bytes: Array(CertificateBundle(all).pkcs7PEM.utf8))
        case .pemAll, .pem: return pemFile(all, name)
        case .pemNoRoot: return pemFile(all.dropLast(), name)
        case .pemLeaf: return pemFile(all.prefix(1), name)
        case .crt:
            return Download(
                contentType: contentType, fileName: "\(name).crt",
                bytes: Array(CertificateBundle([path.leaf]).pem.utf8))
        }
    }

    var contentType: String {
        switch self {
        case .zip, .zipPEM, .zipCER, .apache: "application/zip"
        case .cer, .p7b: "application/x-pkcs7-certificates"
        case .pemAll, .pem, .pemNoRoot, .pemLeaf: "application/x-pem-file"
        case .crt: "application/x-x509-ca-cert"
        }
    }

    private func pemFile(_ certificates: some Sequence<SignedCertificate>, _ name: String)
        -> Download
    {
        Download(
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

    fileprivate func zip(
        _ content: Content, extension suffix: String, for platform: OrderCore.ServerPlatform? = nil
    ) -> Download {
        let stem = "\(fileStem)_\(certificate.id)"
        var archive = ZipArchive(time: issuance.issuedAt)
        func add(_ name: String, _ certificate: SignedCertificate) {
            archive.add("\(stem)/\(name).\(suffix)", Array(certificate.pem.utf8))
        }
        if content == .all, let root = authorities.last { add("TrustedRoot", root) }
        let issuers = authorities.dropLast().indices.map { index in
            index == 0 ? "Chancery_CA" : "Chancery_CA\(index + 1)"
        }
        for (name, authority) in Swift.zip(issuers, authorities) { add(name, authority) }
        add(fileStem, leaf)
        if let platform {
            let instructions = InstallInstructions(
                platform: platform, stem: fileStem, issuers: issuers.map { "\($0).\(suffix)" })
            archive.add(
                "\(stem)/\(instructions.fileName)", Array(instructions.text.utf8))
        }
        return Download(
            contentType: "application/zip", fileName: "\(stem).zip", bytes: archive.octets)
    }
}
