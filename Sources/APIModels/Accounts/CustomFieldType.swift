/// What a custom field may hold; without one it holds anything.
public enum CustomFieldType: String, CaseIterable, Sendable {
    case anything
    case text
    case int
    case emailAddress = "email_address"
    case emailList = "email_list"
}
