import Foundation
import NIOCore

extension Settings {
    /// Sees that a server could begin, before anything is made that would have to be mended: reads
    /// the files that it needs, and sees that it may listen.
    package func checkStart() throws {
        _ = try profiles.book()
        _ = try transparency.logs()
        _ = try control.checker()
        switch tls {
        case .files(let certificate, let key):
            _ = try TLS.material(certificate: certificate, key: key)
        case .own, .off: break
        }
        try address.checkFree()
    }
}

extension ListenAddress {
    /// Takes the address and gives it back. Nothing listens there meanwhile, so nobody is let in
    /// and turned away.
    func checkFree() throws {
        do {
            try take()
        } catch let error as IOError {
            throw SettingsProblem(listening: error, at: self) ?? error
        }
    }

    private func take() throws {
        // Whatever is wrong with the name, there is no such host.
        guard let place = try? SocketAddress.makeAddressResolvingHost(host, port: port) else {
            throw SettingsProblem(
                description: "Nothing can listen on \(self) (http): there is no such host.")
        }
        let descriptor = socket(
            place.protocol == .inet6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw IOError(errnoCode: errno, reason: "socket") }
        defer { close(descriptor) }
        // As the server does: what was closed a moment ago is in nobody's way.
        var isOn: Int32 = 1
        setsockopt(
            descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
        let bound = place.withSockAddr { bind(descriptor, $0, socklen_t($1)) }
        guard bound == 0 else { throw IOError(errnoCode: errno, reason: "bind") }
    }
}
