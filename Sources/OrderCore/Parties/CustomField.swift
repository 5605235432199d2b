/// A question that an account asks with each order.
package struct CustomField: Equatable, Sendable {
    package let id: ID<CustomField>
    package let accountID: ID<Account>
    package let label: String
    package let description: String?
    package let isRequired: Bool
    package let isActive: Bool
    package let format: Format

    package enum Format: String, CaseIterable, Sendable {
        case anything
        case text
        case integer = "int"
        case emailAddress = "email_address"
        case emailList = "email_list"
    }

    package init(
        id: ID<CustomField>, accountID: ID<Account>, label: String, description: String?,
        isRequired: Bool, isActive: Bool, format: Format
    ) {
        self.id = id
        self.accountID = accountID
        self.label = label
        self.description = description
        self.isRequired = isRequired
        self.isActive = isActive
        self.format = format
    }

    package func accepts(_ value: String) -> Bool {
        switch format {
        case .anything, .text: true
        case .integer: Int64(value) != nil
        case .emailAddress: EmailAddress.isPlausible(value)
        case .emailList:
            value.split(separator: ",").allSatisfy {
                EmailAddress.isPlausible(String($0).trimmingSpaces)
            }
        }
    }
}

package enum EmailAddress {
    package static let lengthMax = 255

    /// One `@` with something on both sides, a dot in the host, no spaces: enough to catch slips.
    package static func isPlausible(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
            && !parts[1].hasPrefix(".") && !parts[1].hasSuffix(".")
            && text.utf8.count <= lengthMax
            && text.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: ",") && $0 != 0x7F }
    }
}

extension String {
    package var trimmingSpaces: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
