import APIModels
import Foundation
import Issuance
import Registration
import Storage
import Web

extension ListQuery {
    /// Reads filters, order and page from a query.
    ///
    /// `filters[x]=v`, several values as `filters[x][0]=…` (one has to hold), several properties
    /// (all have to), `>v`, `<v`, `a...b`, and a leading `%` for "contains". A property that the
    /// list does not know is refused by name: a filter that did nothing would be worse.
    ///
    /// - Parameters:
    ///   - bare: properties that may also stand in the query without `filters[…]`.
    ///   - switches: what stands among the filters and narrows nothing.
    ///   - usualSort: the order where the query names none.
    init(
        _ query: Query, bare: [Property] = [], switches: Set<String> = [],
        usualSort: String? = nil, now: Date = .distantPast
    ) throws {
        self.init(now: now)
        page = try Self.page(query)
        sort = try Self.sort(query.value("sort") ?? usualSort)
        cursor = try Self.cursor(query.value("cursor"), in: orderText, parts: sort.count)
        var values: [(property: Property, text: String)] = []
        for parameter in query.parameters where parameter.name == "filters" {
            guard !parameter.value.isEmpty else { continue }
            guard let name = parameter.keys.first else {
                throw Refusal.invalid("filters", "names no property, as filters[status]=… does")
            }
            guard !switches.contains(name) else { continue }
            guard let property = Property(rawValue: name) else {
                throw Refusal.invalid("filters[\(name)]", "is no filter of this list")
            }
            values.append((property, parameter.value))
        }
        for property in bare {
            if let value = query.value(property.rawValue), !value.isEmpty {
                values.append((property, value))
            }
        }
        filters = try Property.allCases.compactMap { property in
            let texts = values.filter { $0.property == property }.map(\.text)
            if texts.isEmpty { return nil }
            return Filter(property, try texts.flatMap { try ListMatch.matches($0, property) })
        }
    }

    static func page(_ query: Query) throws -> Storage.Page {
        func number(_ name: String, _ fallback: Int) throws -> Int {
            guard let text = query.value(name), !text.isEmpty else { return fallback }
            guard let value = Int(text), value >= 0 else {
                throw Refusal.invalid(name, "is \(text.quoted), a whole number from 0")
            }
            return value
        }
        // 0 has always meant "as many as you give".
        let limit = try number("limit", Storage.Page.limitMax)
        return Storage.Page(
            limit: limit == 0 ? Storage.Page.limitMax : min(limit, Storage.Page.limitMax),
            offset: try number("offset", 0))
    }

    /// A cursor is good for the order in which it was given out, and for no other.
    private static func cursor(
        _ text: String?, in order: String, parts: Int
    ) throws -> ListCursor? {
        guard let text, !text.isEmpty else { return nil }
        guard let cursor = ListCursor(text) else {
            throw Refusal.invalid("cursor", "is no next_cursor of a page")
        }
        guard cursor.order == order, cursor.values.count == parts else {
            throw Refusal.invalid("cursor", "was given out for another sort")
        }
        return cursor
    }

    private static func sort(_ text: String?) throws -> [Sort] {
        try (text ?? "").split(separator: ",").map { part in
            // A plus sign may have become a space on its way.
            let name = part.trimmingPrefix { $0 == " " || $0 == "+" || $0 == "-" }
            guard let property = Property(rawValue: String(name)), property.order != nil else {
                throw Refusal.invalid(
                    "sort", "has \(name.quoted), which does not sort this list")
            }
            return Sort(property, part.hasPrefix("-") ? .descending : .ascending)
        }
    }
}

extension ListMatch {
    static func matches(_ text: String, _ property: some ListProperty) throws -> [ListMatch] {
        let path = "filters[\(property.rawValue)]"
        switch property.form {
        case .text: return [words(text)]
        case .idOrName: return [Int64(text).map { .equals(.integer($0)) } ?? words(text)]
        case .host: return [words(text)] + (asHost(text).map { [words($0)] } ?? [])
        case .fragment:
            return [.contains(String(text.trimmingPrefix("%")))]
        case .idOrFragment:
            let part = ListMatch.contains(String(text.trimmingPrefix("%")))
            return [part] + (Int64(text).map { [.equals(.integer($0))] } ?? [])
        case .words(let words):
            guard let stored = words[text.lowercased()] else {
                throw Refusal.invalid(
                    path, "is none of \(words.keys.sorted().joined(separator: ", "))")
            }
            // A word that nothing here can have: no row matches.
            return stored.isEmpty ? [.equals(.null)] : stored.map { .equals(.text($0)) }
        case .hex:
            guard let bytes = [UInt8](hex: text) else { throw Refusal.invalid(path, "is not hex") }
            return [.equals(.bytes(bytes))]
        case .flag:
            guard
                let flag = ["0": false, "false": false, "1": true, "true": true][text.lowercased()]
            else { throw Refusal.invalid(path, "is neither 0 nor 1") }
            return [.equals(.flag(flag))]
        case .integer:
            return [
                try compared(text) { part, _ in
                    guard let number = Int64(part) else {
                        throw Refusal.invalid(path, "is not a whole number")
                    }
                    return .integer(number)
                }
            ]
        case .date:
            return [try date(text, path)]
        }
    }

    private static func words(_ text: String) -> ListMatch {
        text.hasPrefix("%") ? .contains(String(text.dropFirst())) : .equals(.text(text))
    }

    /// A name in capitals or in the letters of its language as hosts bear it, or a part of one that
    /// has whole labels; absent where that is the same, or no such name.
    private static func asHost(_ text: String) -> String? {
        func isASCII(_ part: some StringProtocol) -> Bool { part.utf8.allSatisfy { $0 < 0x80 } }
        guard !isASCII(text) else {
            let host = text.lowercased()
            return host == text ? nil : host
        }
        let isPart = text.hasPrefix("%")
        let labels = text.dropFirst(isPart ? 1 : 0)
            .split(separator: ".", omittingEmptySubsequences: false)
            // What is no label of a host is sought as it is written alone.
            .map { isASCII($0) ? $0.lowercased() : (try? HostName(String($0)))?.ascii }
        let known = labels.compactMap(\.self)
        guard known.count == labels.count else { return nil }
        return (isPart ? "%" : "") + known.joined(separator: ".")
    }

    /// Which end of a span of time a text stands for.
    private enum Edge {
        case start
        case end
    }

    /// A day alone stands for all of it.
    private static func date(_ text: String, _ path: String) throws -> ListMatch {
        func moment(_ part: Substring, _ edge: Edge) throws -> SQLValue {
            let part = withZone(String(part))
            guard let time = Timestamp(lenient: part) else {
                throw Refusal.invalid(path, "has \(part.quoted), a date such as 2026-01-05")
            }
            let isDay = !part.contains(":")
            let end = edge == .end ? (isDay ? 86_399_999 : 999) : 0
            return .integer(time.seconds * 1000 + Int64(end))
        }
        switch try compared(text, moment) {
        case .equals: return .between(try moment(text[...], .start), try moment(text[...], .end))
        case let match: return match
        }
    }

    /// The plus sign of a zone that has become a space on its way: `2026-01-05T09:00:00 00:00`.
    private static func withZone(_ part: String) -> String {
        guard let space = part.lastIndex(of: " "), part[..<space].contains(":") else {
            return part
        }
        return part.replacingCharacters(in: space...space, with: "+")
    }

    private static func compared(
        _ text: String, _ value: (Substring, Edge) throws -> SQLValue
    ) throws -> ListMatch {
        if let range = text.firstRange(of: "...") {
            return .between(
                try value(text[..<range.lowerBound], .start),
                try value(text[range.upperBound...], .end))
        }
        if text.hasPrefix(">") { return .above(try value(text.dropFirst(), .end)) }
        if text.hasPrefix("<") { return .below(try value(text.dropFirst(), .start)) }
        return .equals(try value(text[...], .start))
    }
}

extension APIModels.Page {
    init(_ listed: Listed<some Sendable>, _ query: ListQuery<some ListProperty>) {
        self.init(
            total: listed.total, limit: query.page.limit, offset: query.page.offset,
            nextCursor: listed.next?.text)
    }
}
