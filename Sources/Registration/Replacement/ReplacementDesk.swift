import DomainControl
package import Foundation
import Issuance
import OrderCore
import Storage

/// Where it is seen which certificates of other authorities hosts use now, so that those can be
/// replaced by ours.
package struct ReplacementDesk: Sendable {
    let registry: Registry

    package init(registry: Registry) {
        self.registry = registry
    }

    package static let domainsMax = 20

    /// What the hosts show that was issued elsewhere and is in force, each certificate once. Hosts
    /// that show nothing are left out.
    package func certificates(of domains: [String]) async throws -> [RivalCertificate] {
        guard domains.count <= Self.domainsMax else {
            throw Refusal.invalid(
                "domains", "holds \(domains.count) names, at most \(Self.domainsMax)")
        }
        let hosts = try domains.map(Self.host).withoutRepetitions
        let control = registry.control
        let shown = await withTaskGroup(of: (Int, [UInt8]?).self) { group in
            for (place, host) in hosts.enumerated() {
                group.addTask { (place, await control.certificate(servedBy: host)) }
            }
            return await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
        }
        var found: [RivalCertificate] = []
        for (place, host) in hosts.enumerated() {
            guard let der = shown[place], let rival = try await rival(der, at: host),
                !found.contains(where: { $0.der == der })
            else { continue }
            found.append(rival)
        }
        return found
    }

    /// A wildcard is used by the hosts below it; the one that has a name is the host at it.
    private static func host(_ text: String) throws -> String {
        try DomainDesk.check(text, path: "domains")
        return text.trimmingSpaces.lowercased().host
    }

    /// A certificate that a host shows, if it is one that ours could replace.
    package func rival(_ der: [UInt8], at host: String) async throws -> RivalCertificate? {
        let now = registry.clock.now
        // What we cannot read is nothing that could be replaced.
        guard let certificate = try? SignedCertificate(der: der),
            certificate.validity.notBefore <= now, now <= certificate.validity.notAfter,
            certificate.issuerName != certificate.subjectName
        else { return nil }
        let serial = certificate.serial.magnitude
        let own = try await registry.database.read { try $0.certificate(serial: serial) }
        guard own?.issuance?.der != der else { return nil }
        return RivalCertificate(
            der: der, host: host, serial: certificate.serial.hex,
            commonName: certificate.commonName, issuer: certificate.issuerCommonName,
            validTill: certificate.validity.notAfter)
    }
}

/// A certificate that another authority issued.
package struct RivalCertificate: Equatable, Sendable {
    let der: [UInt8]
    package let host: String
    /// In hex, as answers write it.
    package let serial: String
    package let commonName: String?
    package let issuer: String?
    package let validTill: Date
}
