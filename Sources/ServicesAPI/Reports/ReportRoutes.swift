import APIModels
import OrderCore
import Registration
import Storage
import Web

/// Counts and tables over all orders that the caller sees.
struct ReportRoutes: Sendable {
    let desks: Desks

    func requests(_ call: Call<NoBody>) async throws -> RequestReport {
        let counts = try await desks.reports.waitingRequests(
            container: try call.query.id("container_id"), for: call.caller)
        return RequestReport(
            request: RequestCounts(
                total: counts.reduce(0) { $0 + $1.count },
                types: counts.map {
                    RequestCount(type: Open($0.kind.rawValue), requestCount: $0.count)
                }))
    }

    func expiring(_ call: Call<NoBody>) async throws -> ExpiringReport {
        let counts = try await desks.reports.expiring(
            container: try call.query.id("container_id"), for: call.caller)
        return try call.query.flag("include_expiring_certs")
            ? ExpiringReport(withCertificates: counts) : ExpiringReport(counts)
    }

    func ofContainer(_ call: Call<NoBody>) async throws -> ExpiringReport {
        ExpiringReport(
            try await desks.reports.expiring(
                container: try call.id("container_id", of: .container), for: call.caller))
    }

    func orders(_ call: Call<NoBody>) async throws -> StreamedText {
        let query = try OrderReport.Query(call.query, now: desks.reports.now)
        let roster = desks.registry.authority.roster
        let report = OrderReport(
            query: query, roster: roster, now: desks.reports.now
        ) { last, max in
            try await desks.reports.orders(query.list, after: last, max: max, for: call.caller)
        }
        return StreamedText(contentType: CSVTable.contentType, fileName: "orders.csv", report)
    }
}

extension ExpiringReport {
    init(_ counts: [ExpiringCount]) {
        self.init(
            expiringOrders: counts.map {
                ExpiringOrders(daysExpiring: $0.span.rawValue, orderCount: $0.orders)
            })
    }

    init(withCertificates counts: [ExpiringCount]) {
        let certificates = counts.map {
            ExpiringCertificates(daysExpiring: $0.span.rawValue, count: $0.certificates)
        }
        self.init(
            expiringOrders: zip(counts, certificates).map { count, certificates in
                ExpiringOrders(
                    daysExpiring: count.span.rawValue, count: count.orders,
                    expiringCertificates: [certificates])
            }, expiringCertificates: certificates)
    }
}
