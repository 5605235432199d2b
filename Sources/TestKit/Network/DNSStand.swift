import Foundation
import Synchronization

/// A small DNS server on loopback, for tests: answers over UDP what it was given.
///
/// Unchecked: the socket is opened before the thread starts and only used by it; the records are in
/// a mutex.
package final class DNSStand: @unchecked Sendable {
    package enum Record: Equatable, Sendable {
        case text(String)
        case alias(String)
        case address(String)
        /// A CAA record: its flags, tag and value.
        case authority(UInt8, String, String)

        fileprivate var type: UInt16 {
            switch self {
            case .address: 1
            case .alias: 5
            case .text: 16
            case .authority: 257
            }
        }
    }

    private let socketNumber: Int32
    private let records = Mutex<[String: [Record]]>([:])
    private let isEnded = Atomic(false)
    /// `127.0.0.1:PORT`.
    package let address: String

    package init() throws {
        (socketNumber, address) = try LoopbackSocket.open(Int32(SOCK_DGRAM.rawValue))
        Thread { self.serve() }.start()
    }

    deinit {
        end()
    }

    /// Stops answering. A stand that is not ended answers until the tests end.
    package func end() {
        if !isEnded.exchange(true, ordering: .relaxed) {
            shutdown(socketNumber, Int32(SHUT_RDWR))
            close(socketNumber)
        }
    }

    /// What stands at a name from now on, instead of what stood there.
    package func set(_ name: String, _ all: [Record]) {
        records.withLock { $0[name.lowercased()] = all }
    }

    private func serve() {
        var octets = [UInt8](repeating: 0, count: 4096)
        while !isEnded.load(ordering: .relaxed) {
            var peer = sockaddr_in()
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let count = withUnsafeMutablePointer(to: &peer) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    recvfrom(socketNumber, &octets, octets.count, 0, $0, &length)
                }
            }
            guard count > 0 else { return }
            let reply = self.reply(to: Array(octets.prefix(count)))
            _ = withUnsafePointer(to: &peer) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    sendto(socketNumber, reply, reply.count, 0, $0, length)
                }
            }
        }
    }

    /// The question repeated, with the records of its name and type; an alias answers for all.
    private func reply(to query: [UInt8]) -> [UInt8] {
        var labels: [String] = []
        var place = 12
        while place < query.count, query[place] != 0 {
            let end = place + 1 + Int(query[place])
            labels.append(String(decoding: query[(place + 1)..<end], as: UTF8.self))
            place = end
        }
        let type = UInt16(query[place + 1]) << 8 | UInt16(query[place + 2])
        let known = records.withLock { $0[labels.joined(separator: ".").lowercased()] }
        let found = (known ?? []).filter { $0.type == type || $0.type == 5 }
        let code: UInt8 = known == nil ? 3 : 0
        var reply = Array(query[0..<2]) + [0x81, 0x80 | code, 0, 1]
        reply += [0, UInt8(found.count), 0, 0, 0, 0] + query[12..<(place + 5)]
        for record in found { reply += [0xC0, 12] + record.octets }
        return reply
    }
}

extension DNSStand.Record {
    /// Type, class, a minute to live, and the data with its length.
    fileprivate var octets: [UInt8] {
        let data = data
        return [UInt8(type >> 8), UInt8(type & 0xFF), 0, 1, 0, 0, 0, 60]
            + [UInt8(data.count >> 8), UInt8(data.count & 0xFF)] + data
    }

    private var data: [UInt8] {
        switch self {
        case .address(let text): return text.split(separator: ".").map { UInt8($0)! }
        case .alias(let name):
            return name.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }
                + [0]
        case .authority(let flags, let tag, let value):
            return [flags, UInt8(tag.utf8.count)] + Array(tag.utf8) + Array(value.utf8)
        case .text(let text):
            // Strings of 255 octets at most, one after the other.
            let octets = Array(text.utf8)
            return stride(from: 0, to: max(octets.count, 1), by: 255).flatMap { start in
                let part = octets[start..<min(start + 255, octets.count)]
                return [UInt8(part.count)] + part
            }
        }
    }
}

/// Sockets on loopback, at a port that the system chooses.
enum LoopbackSocket {
    struct Problem: Error {}

    static func open(_ kind: Int32) throws -> (number: Int32, address: String) {
        let number = socket(AF_INET, kind, 0)
        guard number >= 0 else { throw Problem() }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(number, $0, length) == 0 ? getsockname(number, $0, &length) : -1
            }
        }
        guard status == 0 else { throw Problem() }
        return (number, "127.0.0.1:\(UInt16(bigEndian: address.sin_port))")
    }
}
