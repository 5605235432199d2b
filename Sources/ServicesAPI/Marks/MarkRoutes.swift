import APIModels
import Issuance
import OrderCore
import Registration
import Storage
import Web

/// The logos of mark certificates.
struct MarkRoutes: Sendable {
    let desks: Desks

    func change(_ call: Call<MarkToCertify>) async throws {
        try await desks.marks.change(
            MarkDesk.Change(
                text: CertificateWish.MarkText(call.body),
                isHostingEnabled: call.body.enableHosting),
            of: try call.id("order_id", of: .order), for: call.caller)
    }

    func show(_ call: Call<NoBody>) async throws -> Download {
        let record = try await desks.marks.logo(
            of: try call.id("order_id", of: .order), for: call.caller)
        if call.accepts.prefer("image/svg+xml") || call.accepts.prefer("image/svg") {
            return Download(contentType: "image/svg+xml", fileName: "", bytes: record.svg)
        }
        let encoded = EncodedLogo(logo: Gzip.encoded(record.svg))
        return Download(
            contentType: "application/json", fileName: "",
            bytes: try WireEncoder().encode(encoded))
    }

    func upload(_ call: Call<Upload>) async throws -> LogoReceipt {
        guard !call.body.bytes.isEmpty else { throw Refusal.required("logo") }
        let logo: Logo
        do {
            logo = try Logo(svg: call.body.bytes)
        } catch {
            throw Refusal(error, path: "logo")
        }
        return try await keep(logo, call)
    }

    func uploadEncoded(_ call: Call<EncodedLogo>) async throws -> LogoReceipt {
        guard let text = call.body.logo else { throw Refusal.required("logo") }
        return try await keep(try Logo(encoded: text, path: "logo"), call)
    }

    private func keep(_ logo: Logo, _ call: Call<some Sendable>) async throws -> LogoReceipt {
        LogoReceipt(
            try await desks.marks.upload(
                logo, to: try call.id("order_id", of: .order), for: call.caller,
                keeping: call.keeping(LogoReceipt.init)))
    }
}

extension Logo {
    /// - Parameter path: of the member that holds it, for errors.
    init(encoded text: String, path: String) throws {
        do {
            try self.init(encoded: text)
        } catch {
            throw Refusal(error, path: path)
        }
    }
}

extension LogoReceipt {
    init(_ record: LogoRecord) {
        self.init(
            id: record.id.wire, organizationID: record.organizationID.wire,
            trademarkCountryCode: record.mark?.countryCode?.lowercased(),
            trademarkRegistrationNumber: record.mark?.registrationNumber)
    }
}
