import APIModels
import Issuance
import OrderCore
import Registration
import Web

struct DownloadRoutes: Sendable {
    let desks: Desks

    func certificate(_ call: Call<NoBody>) async throws -> Download {
        let format = try Self.format(call.text("format_type"))
        return Download(format.pack(try await path(call)))
    }

    func orderInFormat(_ call: Call<NoBody>) async throws -> Download {
        let format = try Self.format(call.text("format_type"))
        let path = try await desks.downloads.path(
            order: try call.id("order_id", of: .order), subID: nil, for: call.caller)
        return Download(format.pack(path))
    }

    /// The format, or the running number of a duplicate, may be chosen in the query, in the
    /// spelling of new clients and of old ones.
    func order(_ call: Call<NoBody>) async throws -> Download {
        let wished = call.query.value("format_type") ?? call.query.value("formatType")
        let format = try wished.map(Self.format)
        let subID = (call.query.value("sub_id") ?? call.query.value("subId")).flatMap { Int($0) }
        let path = try await desks.downloads.path(
            order: try call.id("order_id", of: .order), subID: subID, for: call.caller)
        return format.map { Download($0.pack(path)) } ?? Self.pack(path, for: path.platform)
    }

    func forPlatform(_ call: Call<NoBody>) async throws -> Download {
        let path = try await path(call)
        return Self.pack(path, for: path.platform)
    }

    func forChosenPlatform(_ call: Call<NoBody>) async throws -> Download {
        let path = try await path(call)
        let platform = Int(call.text("platform_id")).map(OrderCore.ServerPlatform.platform)
        return Self.pack(path, for: platform ?? .other)
    }

    private static func pack(
        _ path: CertificatePath, for platform: OrderCore.ServerPlatform
    ) -> Download {
        Download(DownloadFormat.fitting(platform).pack(path, for: platform))
    }

    func chain(_ call: Call<NoBody>) async throws -> EncodedAnswer {
        let path = try await path(call)
        return try EncodedAnswer(
            CertificateChain(
                intermediates: ([path.leaf] + path.authorities).map {
                    ChainCertificate(subjectCommonName: $0.commonName ?? "", pem: $0.pem)
                }))
    }

    func intermediates(_ call: Call<NoBody>) async throws -> EncodedAnswer {
        let issuing = desks.registry.authority.roster.issuing
        return try EncodedAnswer(
            IntermediateList(intermediates: issuing.map(Intermediate.init)))
    }

    private func path(_ call: Call<NoBody>) async throws -> CertificatePath {
        try await desks.downloads.path(
            certificate: try call.id("certificate_id", of: .certificate), for: call.caller)
    }

    private static func format(_ name: String) throws -> DownloadFormat {
        guard let format = DownloadFormat(rawValue: name.lowercased()) else {
            let all = DownloadFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal.invalid("format_type", "is \(name.quoted), has to be one of \(all)")
        }
        return format
    }
}

extension Download {
    init(_ packed: PackedCertificate) {
        self.init(
            contentType: packed.contentType, fileName: packed.fileName, bytes: packed.bytes)
    }
}

extension CertificatePath {
    var platform: OrderCore.ServerPlatform { .platform(certificate.content.serverPlatformID) }
}

extension Intermediate {
    init(_ entry: CAEntry) {
        let certificate = entry.certificate
        self.init(
            id: entry.id.description, subjectCommonName: entry.name,
            subjectOrganizationName: certificate.subjectOrganization,
            issuerCommonName: certificate.issuerCommonName,
            validFrom: SpacedTimestamp(certificate.validity.notBefore),
            validTo: SpacedTimestamp(certificate.validity.notAfter),
            serialNumber: certificate.serial.hex, thumbprint: certificate.thumbprintSHA1,
            signatureHash: certificate.signatureHash?.rawValue.uppercased() ?? "",
            isPrivate: "1")
    }
}
