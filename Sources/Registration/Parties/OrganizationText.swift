package import OrderCore
import Storage

/// An organization as a client describes it; text until it is checked.
package struct OrganizationText: Sendable {
    package var name: String?
    package var assumedName: String?
    package var address: String?
    package var address2: String?
    package var city: String?
    package var state: String?
    package var zip: String?
    package var country: String?
    package var telephone: String?
    package var contact: Contact?
    package var validations: [ValidationType] = []
    package var approvers: [ApproverWish] = []

    package init() {}

    package static let nameCharactersMax = 64
    /// What is left for both names where there are two.
    package static let bothNamesCharactersMax = 61
    package static let lineCharactersMax = 64
    package static let zipCharactersMax = 40
    package static let telephoneCharactersMax = 32

    /// - Parameter path: where in the body it stood, for the error; empty at its root.
    func newOrganization(
        account: ID<Account>, container: ID<Container>, path: String
    ) throws -> NewOrganization {
        let prefix = path.isEmpty ? "" : path + "."
        func line(_ value: String?, _ member: String, _ max: Int = Self.lineCharactersMax) throws
            -> String
        {
            guard let text = value?.trimmingSpaces, !text.isEmpty else {
                throw Refusal.required(prefix + member)
            }
            return try checked(text, prefix + member, max)
        }
        func lineIfPresent(_ value: String?, _ member: String, _ max: Int = Self.lineCharactersMax)
            throws -> String?
        {
            guard let text = value?.trimmingSpaces, !text.isEmpty else { return nil }
            return try checked(text, prefix + member, max)
        }
        let name = try line(name, "name", Self.nameCharactersMax)
        let assumedName = try lineIfPresent(assumedName, "assumed_name")
        if let assumedName, name.count + assumedName.count > Self.bothNamesCharactersMax {
            throw Refusal.invalid(
                prefix + "assumed_name",
                "and name have more than \(Self.bothNamesCharactersMax) characters together")
        }
        let country = try line(country, "country").lowercased()
        guard CountryCode.isAssigned(country) else {
            throw Refusal.invalid(
                prefix + "country", "is \(country.quoted), no country's code of two letters")
        }
        return NewOrganization(
            accountID: account, containerID: container, name: name, assumedName: assumedName,
            address: Organization.Address(
                street: try line(address, "address"),
                street2: try lineIfPresent(address2, "address2"), city: try line(city, "city"),
                state: try line(state, "state"), zip: try line(zip, "zip", Self.zipCharactersMax),
                country: country),
            telephone: try lineIfPresent(telephone, "telephone", Self.telephoneCharactersMax),
            contact: contact, validations: [])
    }

    private func checked(_ text: String, _ path: String, _ max: Int) throws -> String {
        guard text.count <= max, !text.contains(where: \.isNewline) else {
            throw Refusal.invalid(path, "is longer than one line of \(max) characters")
        }
        return text
    }
}
