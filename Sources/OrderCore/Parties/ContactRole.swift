/// What somebody is asked about who stands on an order.
package enum ContactRole: String, CaseIterable, Sendable {
    case organization = "organization_contact"
    case technical = "technical_contact"
}
