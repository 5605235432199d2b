import Foundation
import OrderCore
import Testing

@Suite struct OrganizationTests {
    static let now = Date(timeIntervalSince1970: 1_767_614_400)

    private func organization(
        assumedName: String? = nil, _ validations: [Organization.Validation] = []
    ) -> Organization {
        Organization(
            id: 1, accountID: 1, containerID: 1, name: "Example", assumedName: assumedName,
            address: .init(
                street: "1 Street", street2: nil, city: "Town", state: "State", zip: "1",
                country: "us"),
            telephone: nil, isActive: true, contact: nil, validations: validations)
    }

    private func validation(_ type: ValidationType, until date: Date?) -> Organization.Validation {
        Organization.Validation(type: type, createdAt: Self.now, validUntil: date)
    }

    @Test("an organization is validated for what was checked and has not run out")
    func validated() {
        let organization = organization([
            validation(.ov, until: Self.now.addingTimeInterval(1)), validation(.ev, until: nil),
            validation(.dv, until: Self.now),
        ])
        let types = ValidationType.allCases.filter {
            organization.isValidated(for: $0, at: Self.now)
        }
        #expect(types == [.ov])
    }

    @Test("an assumed name is shown in brackets")
    func displayName() {
        #expect(organization().displayName == "Example")
        #expect(organization(assumedName: "Ex").displayName == "Example (Ex)")
    }
}
