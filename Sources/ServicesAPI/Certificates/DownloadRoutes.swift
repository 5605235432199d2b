import APIModels
import Issuance
import OrderCore
import Registration
import Web

struct DownloadRoutes: Sendable {
    let desks: Desks

    func certificate(_ call: Call<NoBody>) async throws -> Download {
        let format = try DownloadFormat(named: call.text("format_type"))
        return Download(format.pack(try await path(call)))
    }

    func orderInFormat(_ call: Call<NoBody>) async throws -> Download {
        let format = try DownloadFormat(named: call.text("format_type"))
        let path = try await desks.downloads.path(
            order: try call.id("order_id", of: .order), subID: nil, for: call.caller)
        return Download(format.pack(path))
    }

    /// The format, or the running number of a duplicate, may be chosen in the query, in the
    /// spelling of new clients and of old ones.
    func order(_ call: Call<NoBody>) async throws -> Download {
        let path = try await desks.downloads.path(
            order: try call.id("order_id", of: .order), subID: call.subID(), for: call.caller)
        return try Self.pack(path, call.query, else: path.platform)
    }

    func forPlatform(_ call: Call<NoBody>) async throws -> Download {
        let path = try await path(call)
        return try Self.pack(path, call.query, else: path.platform)
    }

    func forChosenPlatform(_ call: Call<NoBody>) async throws -> Download {
        let text = call.text("platform_id")
        guard let number = Int(text) else {
            throw Refusal.invalid("platform_id", "is \(text.quoted), a number of server_platforms")
        }
        return try Self.pack(try await path(call), call.query, else: .platform(number))
    }

    private static func pack(
        _ path: CertificatePath, _ query: Query, else platform: OrderCore.ServerPlatform
    ) throws -> Download {
        if let format = try DownloadFormat(query) { return Download(format.pack(path)) }
        return Download(DownloadFormat.fitting(platform).pack(path, for: platform))
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
}

extension DownloadFormat {
    /// The one that a query chooses, in the spelling of new clients or of old ones.
    init?(_ query: Query) throws {
        for name in ["format_type", "formatType", "format"] {
            guard let text = query.value(name), !text.isEmpty else { continue }
            try self.init(named: text, in: name)
            return
        }
        return nil
    }

    init(named text: String, in path: String = "format_type") throws {
        guard let format = DownloadFormat(rawValue: text.lowercased()) else {
            let all = DownloadFormat.allCases.map(\.rawValue).joined(separator: ", ")
            throw Refusal.invalid(path, "is \(text.quoted), has to be one of \(all)")
        }
        self = format
    }
}

extension Call {
    /// The running number of a duplicate, where the query has one.
    ///
    /// - Throws: where it is none: what was asked for is not the primary certificate.
    func subID() throws -> Int? {
        guard let text = (query.value("sub_id") ?? query.value("subId")), !text.isEmpty else {
            return nil
        }
        guard let number = Int(text) else { throw Refusal.notFound(.certificate) }
        return number
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
