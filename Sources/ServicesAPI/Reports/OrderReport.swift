import APIModels
import Foundation
import OrderCore
import Registration
import Storage
import Web

/// The table of all orders, made while it is sent: a batch is read, written and forgotten.
struct OrderReport: AsyncSequence, Sendable {
    let query: Query
    let roster: IssuerRoster
    let now: Date
    let read: Batch

    /// Orders after the one with this id, so many at most.
    typealias Batch = @Sendable (_ after: ID<Order>, _ max: Int) async throws -> [OrderFile]

    /// Which orders, and how many of them.
    struct Query: Sendable {
        let list: ListQuery<OrderProperty>
        let rowsMax: Int
        let skipped: Int
    }

    func makeAsyncIterator() -> Parts {
        Parts(report: self, left: query.rowsMax, toSkip: query.skipped)
    }

    /// The header, then a batch of rows at a time.
    struct Parts: AsyncIteratorProtocol {
        let report: OrderReport
        var left: Int
        var toSkip: Int
        private var last: ID<Order> = 0
        private var hasBegun = false

        init(report: OrderReport, left: Int, toSkip: Int) {
            self.report = report
            self.left = left
            self.toSkip = toSkip
        }

        mutating func next() async throws -> String? {
            guard hasBegun else {
                hasBegun = true
                return CSVTable.line(OrderReportRow.columns)
            }
            guard left > 0 else { return nil }
            let files = try await report.read(last, ReportDesk.batch)
            guard let end = files.last?.order.id else { return nil }
            last = end
            let shown = files.dropFirst(toSkip).prefix(left)
            toSkip = Swift.max(0, toSkip - files.count)
            left -= shown.count
            return shown.map { file in
                CSVTable.line(
                    OrderReportRow(file, roster: report.roster, now: report.now).values)
            }.joined()
        }
    }
}

extension OrderReport.Query {
    /// Takes the filters of the list of orders; the page has bounds of its own.
    init(_ query: Web.Query, now: Date) throws {
        func number(_ name: String, _ fallback: Int) throws -> Int {
            guard let text = query.value(name), !text.isEmpty else { return fallback }
            guard let value = Int(text), value >= 0 else {
                throw Refusal.invalid(name, "is \(text.quoted), a whole number from 0")
            }
            return value
        }
        let limit = try number("limit", ReportDesk.rowsStandard)
        let list = try ListQuery<OrderProperty>(query, now: now)
        // It is read by ids, a batch after the other.
        guard ["", "id", "order_id"].contains(list.orderText) else {
            throw Refusal.invalid(
                "sort", "is \(list.orderText.quoted); the report stands by id, upwards")
        }
        self.init(
            list: list,
            rowsMax: limit == 0 ? ReportDesk.rowsMax : min(limit, ReportDesk.rowsMax),
            skipped: try number("offset", 0))
    }
}
