import Foundation
import HummingbirdTLS
import NIOCore
import NIOSSL

extension SettingsProblem {
    /// That nothing could listen at an address; `nil` where something else went wrong.
    package init?(listening error: any Error, at address: ListenAddress) {
        guard let error = error as? IOError, Self.ofListening.contains(error.errnoCode) else {
            return nil
        }
        let why =
            error.errnoCode == EADDRINUSE
            ? "another program listens there" : String(cString: strerror(error.errnoCode))
        self.init(description: "Nothing can listen on \(address) (http): \(why).")
    }

    private static let ofListening = [EADDRINUSE, EADDRNOTAVAIL, EACCES, EAFNOSUPPORT]
}

extension Settings.TLS {
    /// A certificate chain and its key from two files, which have to belong to each other.
    static func material(
        certificate: String, key: String
    ) throws -> (chain: [NIOSSLCertificate], key: NIOSSLPrivateKey) {
        let chain: [NIOSSLCertificate]
        do {
            chain = try NIOSSLCertificate.fromPEMFile(certificate)
        } catch {
            throw SettingsProblem(unreadable: "tls.certificate", certificate, "certificates", error)
        }
        let privateKey: NIOSSLPrivateKey
        do {
            privateKey = try NIOSSLPrivateKey(file: key, format: .pem)
        } catch {
            throw SettingsProblem(unreadable: "tls.key", key, "a private key", error)
        }
        guard let leaf = chain.first else {
            throw SettingsProblem(description: "\(certificate) (tls.certificate) is empty")
        }
        do {
            _ = try NIOSSLContext(
                configuration: .makeServerConfiguration(
                    certificateChain: [.certificate(leaf)], privateKey: .privateKey(privateKey)))
        } catch {
            throw SettingsProblem(
                description: """
                    \(key) (tls.key) is not the key of the first certificate in \(certificate) \
                    (tls.certificate)
                    """)
        }
        return (chain, privateKey)
    }
}

extension SettingsProblem {
    fileprivate init(unreadable name: String, _ path: String, _ what: String, _ error: any Error) {
        let reason =
            FileManager.default.isReadableFile(atPath: path)
            ? "it does not hold \(what) in PEM" : "there is no such file, or it may not be read"
        self.init(description: "\(path) (\(name)) is of no use: \(reason)")
    }
}
