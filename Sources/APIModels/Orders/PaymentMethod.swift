/// How an order is paid: clients say `card`, answers say `credit`.
public enum PaymentMethod: String, CaseIterable, Sendable {
    case balance
    case card
    case credit
    case profile
    case wireTransfer = "wire_transfer"
}
