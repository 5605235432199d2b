import OrderCore
import Registration
import Web

extension Query {
    /// An id in the query; absent where it is left out, empty or 0.
    func id<Entity>(_ name: String) throws -> ID<Entity>? {
        guard let text = value(name), !text.isEmpty, text != "0" else { return nil }
        guard let number = Int64(text), number > 0 else {
            throw Refusal.invalid(name, "is \(text.quoted), an id of digits")
        }
        return ID(number)
    }

    /// Says no to filters other than these, and to a sort, where an answer has no others: one that
    /// did nothing would be worse.
    func refuseNarrowing(but filters: Set<String> = []) throws {
        for parameter in parameters where parameter.name == "filters" && !parameter.value.isEmpty {
            let name = parameter.keys.first.map { "[\($0)]" } ?? ""
            guard let key = parameter.keys.first, filters.contains(key) else {
                throw Refusal.invalid("filters\(name)", "is no filter of this list")
            }
        }
        if let sort = value("sort"), !sort.isEmpty {
            throw Refusal.invalid("sort", "has \(sort.quoted), which does not sort this list")
        }
    }
}
