import Foundation

/// A moment in UTC, as ISO 8601: `2026-01-05T12:00:00Z`.
func moment(_ text: String) throws -> Date {
    try Date(text, strategy: .iso8601)
}

/// The first moment of a day in UTC: `2026-01-05`.
func day(_ text: String) throws -> Date {
    try moment(text + "T00:00:00Z")
}
