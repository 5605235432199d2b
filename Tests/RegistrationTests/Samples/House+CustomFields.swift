import OrderCore
import Registration

extension House {
    /// A question that the account asks with each order from now on.
    func ask(
        _ label: String, isRequired: Bool, as format: CustomField.Format
    ) async throws -> ID<CustomField> {
        var wish = PartyDesk.CustomFieldWish()
        wish.label = label
        wish.isRequired = isRequired
        wish.format = format
        return try await parties.addCustomFields([wish], for: administrator)[0]
    }
}
