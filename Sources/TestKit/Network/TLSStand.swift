import NIOCore
import NIOPosix
import NIOSSL

/// A server on loopback that greets with a certificate, and has nothing else to say.
package struct TLSStand: Sendable {
    package let port: Int
    private let channel: any Channel

    /// - Parameters:
    ///   - chain: in PEM.
    ///   - key: its private key, in PEM.
    package init(chain: String, key: String) async throws {
        let configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try NIOSSLCertificate.fromPEMBytes(Array(chain.utf8))
                .map { .certificate($0) },
            privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem)))
        let context = try NIOSSLContext(configuration: configuration)
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        NIOSSLServerHandler(context: context))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    package func end() async throws { try await channel.close() }
}
