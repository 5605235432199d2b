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
}
