import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// Asks web servers for their certificates, and for nothing else: a TLS greeting, ended as soon as
/// the certificate is there. It is not judged.
package struct TLSGreeter: Sendable {
    static let connectSecondsMax: Int64 = 5
    static let greetingSecondsMax: Int64 = 5

    private let resolver: any Resolver
    private let port: Int

    package init(resolver: any Resolver, port: Int = 443) {
        self.resolver = resolver
        self.port = port
    }

    /// The certificate that a host shows, in DER.
    package func certificate(of host: String) async throws -> [UInt8] {
        guard let address = try await resolver.addresses(of: host).first else {
            throw PageProblem(description: "\(host) has no address")
        }
        let group = MultiThreadedEventLoopGroup.singleton
        let shown = group.next().makePromise(of: [UInt8].self)
        // Only the first answer counts; a promise is kept once.
        let isDone = Atomic(false)
        let answer: @Sendable (Result<[UInt8], any Error>) -> Void = { result in
            if !isDone.exchange(true, ordering: .relaxed) { shown.completeWith(result) }
        }
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.certificateVerification = .noHostnameVerification
        let context = try NIOSSLContext(configuration: configuration)
        let bootstrap = ClientBootstrap(group: group)
            .connectTimeout(.seconds(Self.connectSecondsMax))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let tls = try NIOSSLClientHandler(
                        context: context, serverHostname: host,
                        customVerificationCallback: { chain, verdict in
                            answer(Result { try chain.leafDER })
                            verdict.succeed(.failed)
                        })
                    try channel.pipeline.syncOperations.addHandlers([tls, Listener(answer)])
                }
            }
        let deadline = group.next().scheduleTask(in: .seconds(Self.greetingSecondsMax)) {
            answer(.failure(PageProblem(description: "\(host) takes too long")))
        }
        do {
            let channel = try await bootstrap.connect(host: address, port: port).get()
            let der = try await shown.futureResult.get()
            deadline.cancel()
            channel.close(promise: nil)
            return der
        } catch {
            deadline.cancel()
            answer(.failure(error))
            throw error
        }
    }
}

extension [NIOSSLCertificate] {
    fileprivate var leafDER: [UInt8] {
        get throws {
            guard let leaf = first else { throw PageProblem(description: "no certificate") }
            return try leaf.toDERBytes()
        }
    }
}

/// Tells why a greeting came to nothing.
private final class Listener: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let answer: @Sendable (Result<[UInt8], any Error>) -> Void

    init(_ answer: @escaping @Sendable (Result<[UInt8], any Error>) -> Void) {
        self.answer = answer
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        answer(.failure(error))
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        answer(.failure(PageProblem(description: "the connection was closed")))
    }
}
