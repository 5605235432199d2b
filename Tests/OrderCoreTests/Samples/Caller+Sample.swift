import Foundation
import OrderCore

extension Caller {
    /// User 7 of account 1, with or without a key.
    static func sample(
        _ role: Role, _ keyRole: KeyRole?, assignments: [ID<Container>] = []
    ) -> Caller {
        Caller(
            user: User(
                id: 7, accountID: 1, containerID: 3, username: "rory", firstName: "Rory",
                lastName: "Reader", email: "rory@example.com", jobTitle: nil, telephone: nil,
                role: role, isActive: true, assignments: assignments),
            account: Account(
                id: 1, parentID: nil, kind: .enterprise, organizationName: "Example",
                childName: nil, createdAt: Date(timeIntervalSince1970: 0)),
            key: keyRole.map { Key(id: 2, name: "A key", role: $0) })
    }
}
