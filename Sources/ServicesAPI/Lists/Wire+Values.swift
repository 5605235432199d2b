import APIModels
import Foundation
import OrderCore

extension Timestamp {
    init(_ date: Date) {
        self.init(seconds: Int64(date.timeIntervalSince1970.rounded(.down)))
    }
}

extension SpacedTimestamp {
    init(_ date: Date) {
        self.init(seconds: Int64(date.timeIntervalSince1970.rounded(.down)))
    }
}

extension Day {
    init(_ date: Date) {
        self.init(of: Timestamp(date))
    }

    /// The moment at which the day begins, in UTC.
    var date: Date { Date(timeIntervalSince1970: Double(midnight.seconds)) }
}

extension ID {
    var wire: Int { Int(rawValue) }
}

extension Int {
    /// An id that a client sent.
    func id<Entity>(_ type: Entity.Type = Entity.self) -> ID<Entity> { ID(Int64(self)) }
}

extension Array {
    /// Absent rather than empty, for members that are left out then.
    var presence: [Element]? { isEmpty ? nil : self }
}
